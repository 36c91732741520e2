import { scalarSchema } from "../value-schema.js";
export const doesNotContain = {
    id: "doesNotContain",
    label: { zh: "不包含项", en: "does not have the item" },
    factTypes: ["string[]", "any"],
    value: scalarSchema,
    prepare: (value) => ({
        test: (actual) => Array.isArray(actual) && actual.indexOf(value) === -1,
    }),
};
//# sourceMappingURL=does-not-contain.js.map