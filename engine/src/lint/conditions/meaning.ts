/**
 * What a comparison says, in a form that can be reasoned about. Operators that lint knows nothing of are `other`:
 * then nothing is concluded but that a comparison equals itself.
 */
import type { ConditionLeaf, Json } from "@sluice/schemas";
import { isReference } from "../../rules/condition-leaf.ts";
import { toInstant } from "../../rules/instant.ts";
import { keywordsOf } from "../../rules/text/keywords.ts";

export type Scalar = string | number | boolean | null;

/** Bounds of a range; `instant` reads ISO texts as instants, `number` does not. */
export interface Range {
  readonly type: "range";
  readonly scale: "number" | "instant";
  readonly from: number;
  readonly to: number;
  /** Whether the bound itself is outside. */
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

export type Meaning =
  /** Keywords in a text, normalised. */
  | {
      readonly type: "words";
      readonly mode: "any" | "all" | "unnegated" | "start" | "end";
      readonly words: readonly string[];
    }
  /** The fact is one of the values, or none of them. */
  | { readonly type: "values"; readonly negated: boolean; readonly values: ReadonlySet<Json> }
  /** The fact is a list with some, or with every, one of the values. */
  | { readonly type: "items"; readonly mode: "some" | "every"; readonly values: ReadonlySet<Json> }
  | Range
  | { readonly type: "present"; readonly present: boolean }
  | { readonly type: "other" };

const other: Meaning = { type: "other" };

/** A keyword list of which one word is unusable can say something else than its words: it is left alone. */
function words(mode: Extract<Meaning, { type: "words" }>["mode"], value: Json): Meaning {
  const written = Array.isArray(value) ? value.length : 1;
  const usable = keywordsOf(value).map(({ text }) => text);
  return usable.length === written && usable.length > 0 ? { type: "words", mode, words: usable } : other;
}

const isScalar = (value: Json): value is Scalar => value === null || typeof value !== "object";

const values = (value: Json, negated: boolean): Meaning => {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.length > 0 && list.every(isScalar) ? { type: "values", negated, values: new Set(list) } : other;
};

function items(value: Json, mode: "some" | "every"): Meaning {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || !list.every(isScalar)) return other;
  return { type: "items", mode: list.length === 1 ? "every" : mode, values: new Set(list) };
}

interface Bounds {
  readonly from?: number;
  readonly to?: number;
  readonly open?: boolean;
}

const range = (scale: Range["scale"], { from, to, open = false }: Bounds): Range => ({
  type: "range",
  scale,
  from: from ?? Number.NEGATIVE_INFINITY,
  to: to ?? Number.POSITIVE_INFINITY,
  openFrom: open,
  openTo: open,
});

function between(value: Json): Meaning {
  const [from, to] = Array.isArray(value) && value.length === 2 ? value.map(toInstant) : [];
  return from === undefined || to === undefined ? other : range("instant", { from, to });
}

const number = (value: Json, bounds: (limit: number) => Bounds): Meaning =>
  typeof value === "number" ? range("number", bounds(value)) : other;

function instant(value: Json, bounds: (limit: number) => Bounds): Meaning {
  const limit = toInstant(value);
  return limit === undefined ? other : range("instant", bounds(limit));
}

const byOperator: Readonly<Record<string, (value: Json) => Meaning>> = {
  equal: (value) => (isScalar(value) ? values(value, false) : other),
  notEqual: (value) => (isScalar(value) ? values(value, true) : other),
  in: (value) => (Array.isArray(value) ? values(value, false) : other),
  notIn: (value) => (Array.isArray(value) ? values(value, true) : other),
  contains: (value) => (isScalar(value) ? items(value, "every") : other),
  intersects: (value) => (Array.isArray(value) ? items(value, "some") : other),
  includesAll: (value) => (Array.isArray(value) ? items(value, "every") : other),
  containsText: (value) => words("any", value),
  containsAnyText: (value) => words("any", value),
  containsAllText: (value) => words("all", value),
  containsUnnegatedText: (value) => words("unnegated", value),
  startsWith: (value) => words("start", value),
  endsWith: (value) => words("end", value),
  greaterThan: (value) => number(value, (from) => ({ from, open: true })),
  greaterThanInclusive: (value) => number(value, (from) => ({ from })),
  lessThan: (value) => number(value, (to) => ({ to, open: true })),
  lessThanInclusive: (value) => number(value, (to) => ({ to })),
  between,
  before: (value) => instant(value, (to) => ({ to, open: true })),
  after: (value) => instant(value, (from) => ({ from, open: true })),
  isPresent: (value) => (typeof value === "boolean" ? { type: "present", present: value } : other),
};

/** Reads a comparison with a literal; one with another fact, and a decorated one, is `other`. */
export const meaningOf = ({ operator, value }: ConditionLeaf): Meaning =>
  !isReference(value) && Object.hasOwn(byOperator, operator)
    ? (byOperator[operator]?.(value) ?? other)
    : other;
