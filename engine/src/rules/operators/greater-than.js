/** `greaterThan`: json-rules-engine's, by JavaScript's own `>`; the fact must begin like a number. */
import { compareLoosely } from "../loose-compare.js";
import { numberSchema } from "../value-schema.js";
export const greaterThan = {
    id: "greaterThan",
    label: { zh: "大于", en: "is greater than" },
    factTypes: ["number", "any"],
    value: numberSchema,
    prepare: (value) => ({ test: (actual) => compareLoosely(actual, value, (a, b) => a > b) }),
    hint: (value) => typeof value === "number" ? { type: "range", from: value, to: Number.POSITIVE_INFINITY } : undefined,
};
//# sourceMappingURL=greater-than.js.map