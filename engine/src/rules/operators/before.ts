/** `before`: the fact's instant is before the value's; the same instant is not. */
import { toInstant } from "../instant.ts";
import { never, type Operator } from "../operator.ts";
import { instantSchema } from "../value-schema.ts";

export const before: Operator = {
  id: "before",
  label: { zh: "早于", en: "is before" },
  factTypes: ["instant", "any"],
  value: instantSchema,
  prepare: (value) => {
    const limit = toInstant(value);
    if (limit === undefined) return never;
    return {
      test: (actual) => {
        const at = toInstant(actual);
        return at !== undefined && at < limit;
      },
    };
  },
  hint: (value) => {
    const limit = toInstant(value);
    return limit === undefined
      ? undefined
      : {
          type: "range",
          from: Number.NEGATIVE_INFINITY,
          to: limit,
          toOpen: true,
          as: "instant",
          exact: true,
        };
  },
};
