/** `after`: the fact's instant is after the value's; the same instant is not. */
import { toInstant } from "../instant.js";
import { never } from "../operator.js";
import { instantSchema } from "../value-schema.js";
export const after = {
    id: "after",
    label: { zh: "晚于", en: "is after" },
    factTypes: ["instant", "any"],
    value: instantSchema,
    prepare: (value) => {
        const limit = toInstant(value);
        if (limit === undefined)
            return never;
        return {
            test: (actual) => {
                const at = toInstant(actual);
                return at !== undefined && at > limit;
            },
        };
    },
};
//# sourceMappingURL=after.js.map