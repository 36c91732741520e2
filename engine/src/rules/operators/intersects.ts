/** `intersects`: the fact and the value, both lists, share an item. */
import type { Operator } from "../operator.ts";
import { isScalar, listSchema } from "../value-schema.ts";

export const intersects: Operator = {
  id: "intersects",
  label: { zh: "与之有交集", en: "shares an item with" },
  factTypes: ["string[]", "any"],
  value: listSchema,
  prepare: (value) => {
    const wanted = new Set<unknown>(Array.isArray(value) ? value : []);
    return { test: (actual) => Array.isArray(actual) && actual.some((item) => wanted.has(item)) };
  },
  hint: (value) =>
    Array.isArray(value) && value.every(isScalar)
      ? { type: "values", values: value, of: "anyItem", exact: true }
      : undefined,
};
