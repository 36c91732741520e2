/** `includesAll`: the fact, a list, has every item of the value. */
import { never } from "../operator.js";
import { isScalar, listSchema } from "../value-schema.js";
export const includesAll = {
    id: "includesAll",
    label: { zh: "包含全部项", en: "has all items" },
    factTypes: ["string[]", "any"],
    value: listSchema,
    prepare: (value) => {
        if (!Array.isArray(value) || value.length === 0)
            return never;
        return { test: (actual) => Array.isArray(actual) && value.every((item) => actual.includes(item)) };
    },
    hint: (value) => {
        const first = Array.isArray(value) ? value[0] : undefined;
        return isScalar(first) ? { type: "values", any: [first] } : undefined;
    },
};
//# sourceMappingURL=includes-all.js.map