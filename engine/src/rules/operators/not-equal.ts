/** `notEqual`: json-rules-engine's, by `!==`: no conversion, so a missing fact is not equal to anything. */
import type { Operator } from "../operator.ts";
import { scalarSchema } from "../value-schema.ts";

export const notEqual: Operator = {
  id: "notEqual",
  label: { zh: "不等于", en: "does not equal" },
  factTypes: ["string", "text", "number", "boolean", "any"],
  value: scalarSchema,
  prepare: (value) => ({ test: (actual) => actual !== value }),
};
