/** `notIn`: json-rules-engine's; true for a fact that is missing, and where the value is no list. */
import { indexIn } from "../loose-compare.ts";
import type { Operator } from "../operator.ts";
import { listSchema } from "../value-schema.ts";

export const notIn: Operator = {
  id: "notIn",
  label: { zh: "不属于", en: "is none of" },
  factTypes: ["string", "text", "number", "boolean", "any"],
  value: listSchema,
  prepare: (value) => ({ test: (actual) => (indexIn(value, actual) ?? -1) === -1 }),
};
