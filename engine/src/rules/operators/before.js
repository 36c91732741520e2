/** `before`: the fact's instant is before the value's; the same instant is not. */
import { toInstant } from "../instant.js";
import { never } from "../operator.js";
import { instantSchema } from "../value-schema.js";
export const before = {
    id: "before",
    label: { zh: "早于", en: "is before" },
    factTypes: ["instant", "any"],
    value: instantSchema,
    prepare: (value) => {
        const limit = toInstant(value);
        if (limit === undefined)
            return never;
        return {
            test: (actual) => {
                const at = toInstant(actual);
                return at !== undefined && at < limit;
            },
        };
    },
};
//# sourceMappingURL=before.js.map