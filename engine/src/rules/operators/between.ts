/** `between`: the fact lies in a closed range of numbers or of instants. */
import { toInstant } from "../instant.ts";
import { never, type Operator } from "../operator.ts";
import { rangeSchema } from "../value-schema.ts";

export const between: Operator = {
  id: "between",
  label: { zh: "介于", en: "is between" },
  help: { zh: "两端都包含在内。", en: "Both ends belong to the range." },
  factTypes: ["number", "instant", "any"],
  value: rangeSchema,
  prepare: (value) => {
    if (!Array.isArray(value) || value.length !== 2) return never;
    const [from, to] = value.map(toInstant);
    if (from === undefined || to === undefined) return never;
    return {
      test: (actual) => {
        const at = toInstant(actual);
        return at !== undefined && from <= at && at <= to;
      },
    };
  },
  hint: (value) => {
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [from, to] = value.map(toInstant);
    if (from === undefined || to === undefined) return undefined;
    return { type: "range", from, to, as: "instant", exact: true };
  },
};
