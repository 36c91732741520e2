/** `includesAll`: the fact, a list, has every item of the value. */
import { never, type Operator } from "../operator.ts";
import { isScalar, listSchema } from "../value-schema.ts";

export const includesAll: Operator = {
  id: "includesAll",
  label: { zh: "包含全部项", en: "has all items" },
  factTypes: ["string[]", "any"],
  value: listSchema,
  prepare: (value) => {
    if (!Array.isArray(value) || value.length === 0) return never;
    return { test: (actual) => Array.isArray(actual) && value.every((item) => actual.includes(item)) };
  },
  hint: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isScalar)
      ? { type: "values", values: value, of: "allItems", exact: true }
      : undefined,
};
