import { isScalar, scalarSchema } from "../value-schema.js";
export const contains = {
    id: "contains",
    label: { zh: "包含项", en: "has the item" },
    factTypes: ["string[]", "any"],
    value: scalarSchema,
    prepare: (value) => ({
        test: (actual) => Array.isArray(actual) && actual.indexOf(value) > -1,
    }),
    hint: (value) => (isScalar(value) ? { type: "values", any: [value] } : undefined),
};
//# sourceMappingURL=contains.js.map