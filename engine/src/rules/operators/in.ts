/** `in`: json-rules-engine's; never true where the value is no list (json-rules-engine throws there). */
import { indexIn } from "../loose-compare.ts";
import type { Operator } from "../operator.ts";
import { isScalar, listSchema } from "../value-schema.ts";

export const isIn: Operator = {
  id: "in",
  label: { zh: "属于", en: "is one of" },
  factTypes: ["string", "text", "number", "boolean", "any"],
  value: listSchema,
  prepare: (value) => ({ test: (actual) => (indexIn(value, actual) ?? -1) > -1 }),
  hint: (value) =>
    Array.isArray(value) && value.every(isScalar)
      ? { type: "values", values: value, of: "fact", exact: true }
      : undefined,
};
