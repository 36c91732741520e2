import { isScalar, scalarSchema } from "../value-schema.js";
export const equal = {
    id: "equal",
    label: { zh: "等于", en: "equals" },
    factTypes: ["string", "text", "number", "boolean", "any"],
    value: scalarSchema,
    prepare: (value) => ({ test: (actual) => actual === value }),
    hint: (value) => (isScalar(value) ? { type: "values", any: [value] } : undefined),
};
//# sourceMappingURL=equal.js.map