/** `between`: the fact lies in a closed range of numbers or of instants. */
import { toInstant } from "../instant.js";
import { never } from "../operator.js";
import { rangeSchema } from "../value-schema.js";
export const between = {
    id: "between",
    label: { zh: "介于", en: "is between" },
    help: { zh: "两端都包含在内。", en: "Both ends belong to the range." },
    factTypes: ["number", "instant", "any"],
    value: rangeSchema,
    prepare: (value) => {
        if (!Array.isArray(value) || value.length !== 2)
            return never;
        const [from, to] = value.map(toInstant);
        if (from === undefined || to === undefined)
            return never;
        return {
            test: (actual) => {
                const at = toInstant(actual);
                return at !== undefined && from <= at && at <= to;
            },
        };
    },
    hint: (value) => Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number"
        ? { type: "range", from: value[0], to: value[1] }
        : undefined,
};
//# sourceMappingURL=between.js.map