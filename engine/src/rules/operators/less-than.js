/** `lessThan`: json-rules-engine's, by JavaScript's own `<`; the fact must begin like a number. */
import { compareLoosely } from "../loose-compare.js";
import { numberSchema } from "../value-schema.js";
export const lessThan = {
    id: "lessThan",
    label: { zh: "小于", en: "is less than" },
    factTypes: ["number", "any"],
    value: numberSchema,
    prepare: (value) => ({ test: (actual) => compareLoosely(actual, value, (a, b) => a < b) }),
    hint: (value) => typeof value === "number" ? { type: "range", from: Number.NEGATIVE_INFINITY, to: value } : undefined,
};
//# sourceMappingURL=less-than.js.map