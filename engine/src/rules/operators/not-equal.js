import { scalarSchema } from "../value-schema.js";
export const notEqual = {
    id: "notEqual",
    label: { zh: "不等于", en: "does not equal" },
    factTypes: ["string", "text", "number", "boolean", "any"],
    value: scalarSchema,
    prepare: (value) => ({ test: (actual) => actual !== value }),
};
//# sourceMappingURL=not-equal.js.map