/** `isPresent`: the fact is there (`true`) or not (`false`); null, an empty text and an empty list are not there. */
import type { Operator } from "../operator.ts";
import { booleanSchema } from "../value-schema.ts";

const isThere = (actual: unknown): boolean =>
  actual !== undefined && actual !== null && actual !== "" && !(Array.isArray(actual) && actual.length === 0);

export const isPresent: Operator = {
  id: "isPresent",
  label: { zh: "有值", en: "is present" },
  help: {
    zh: "空文本和空列表视为没有值。",
    en: "An empty text and an empty list count as absent.",
  },
  factTypes: ["string", "text", "number", "boolean", "instant", "string[]", "object", "any"],
  value: booleanSchema,
  prepare: (value) => ({ test: (actual) => isThere(actual) === value }),
};
