/** `equal`: json-rules-engine's, by `===`: no conversion. */
import type { Operator } from "../operator.ts";
import { isScalar, scalarSchema } from "../value-schema.ts";

export const equal: Operator = {
  id: "equal",
  label: { zh: "等于", en: "equals" },
  factTypes: ["string", "text", "number", "boolean", "any"],
  value: scalarSchema,
  prepare: (value) => ({ test: (actual) => actual === value }),
  hint: (value) =>
    isScalar(value) ? { type: "values", values: [value], of: "fact", exact: true } : undefined,
};
