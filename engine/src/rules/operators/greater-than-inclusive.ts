/** `greaterThanInclusive`: json-rules-engine's, by JavaScript's own `>=`; the fact must begin like a number. */
import { compareLoosely, isNumber } from "../loose-compare.ts";
import type { Operator } from "../operator.ts";
import { numberSchema } from "../value-schema.ts";

export const greaterThanInclusive: Operator = {
  id: "greaterThanInclusive",
  label: { zh: "大于等于", en: "is at least" },
  factTypes: ["number", "any"],
  value: numberSchema,
  prepare: (value) => ({ test: (actual) => compareLoosely(actual, value, (a, b) => a >= b) }),
  hint: (value) =>
    isNumber(value)
      ? { type: "range", from: value, to: Number.POSITIVE_INFINITY, as: "number", exact: true }
      : undefined,
};
