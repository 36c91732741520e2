/** `lessThan`: json-rules-engine's, by JavaScript's own `<`; the fact must begin like a number. */
import { compareLoosely, isNumber } from "../loose-compare.ts";
import type { Operator } from "../operator.ts";
import { numberSchema } from "../value-schema.ts";

export const lessThan: Operator = {
  id: "lessThan",
  label: { zh: "小于", en: "is less than" },
  factTypes: ["number", "any"],
  value: numberSchema,
  prepare: (value) => ({ test: (actual) => compareLoosely(actual, value, (a, b) => a < b) }),
  hint: (value) =>
    isNumber(value)
      ? { type: "range", from: Number.NEGATIVE_INFINITY, to: value, toOpen: true, as: "number", exact: true }
      : undefined,
};
