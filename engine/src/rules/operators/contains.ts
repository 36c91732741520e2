/** `contains`: json-rules-engine's; the fact is a list, and the value one of its items. */
import type { Operator } from "../operator.ts";
import { isScalar, scalarSchema } from "../value-schema.ts";

export const contains: Operator = {
  id: "contains",
  label: { zh: "包含项", en: "has the item" },
  factTypes: ["string[]", "any"],
  value: scalarSchema,
  prepare: (value) => ({
    test: (actual) => Array.isArray(actual) && actual.indexOf(value) > -1,
  }),
  hint: (value) =>
    isScalar(value) ? { type: "values", values: [value], of: "anyItem", exact: true } : undefined,
};
