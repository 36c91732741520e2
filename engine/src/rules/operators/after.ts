/** `after`: the fact's instant is after the value's; the same instant is not. */
import { toInstant } from "../instant.ts";
import { never, type Operator } from "../operator.ts";
import { instantSchema } from "../value-schema.ts";

export const after: Operator = {
  id: "after",
  label: { zh: "晚于", en: "is after" },
  factTypes: ["instant", "any"],
  value: instantSchema,
  prepare: (value) => {
    const limit = toInstant(value);
    if (limit === undefined) return never;
    return {
      test: (actual) => {
        const at = toInstant(actual);
        return at !== undefined && at > limit;
      },
    };
  },
  hint: (value) => {
    const limit = toInstant(value);
    return limit === undefined
      ? undefined
      : {
          type: "range",
          from: limit,
          to: Number.POSITIVE_INFINITY,
          fromOpen: true,
          as: "instant",
          exact: true,
        };
  },
};
