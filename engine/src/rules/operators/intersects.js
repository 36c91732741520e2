import { isScalar, listSchema } from "../value-schema.js";
export const intersects = {
    id: "intersects",
    label: { zh: "与之有交集", en: "shares an item with" },
    factTypes: ["string[]", "any"],
    value: listSchema,
    prepare: (value) => {
        const wanted = new Set(Array.isArray(value) ? value : []);
        return { test: (actual) => Array.isArray(actual) && actual.some((item) => wanted.has(item)) };
    },
    hint: (value) => Array.isArray(value) && value.every(isScalar) ? { type: "values", any: value } : undefined,
};
//# sourceMappingURL=intersects.js.map