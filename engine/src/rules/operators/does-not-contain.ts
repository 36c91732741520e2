/** `doesNotContain`: json-rules-engine's; the fact is a list, and a fact that is no list is never true. */
import type { Operator } from "../operator.ts";
import { scalarSchema } from "../value-schema.ts";

export const doesNotContain: Operator = {
  id: "doesNotContain",
  label: { zh: "不包含项", en: "does not have the item" },
  factTypes: ["string[]", "any"],
  value: scalarSchema,
  prepare: (value) => ({
    test: (actual) => Array.isArray(actual) && actual.indexOf(value) === -1,
  }),
};
