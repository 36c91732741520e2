/** The indexes over one fact: given its value, they mark the predicates that hold. */
import type { FactRead } from "../condition-node.ts";
import type { Facts } from "../evaluation.ts";
import { toInstant } from "../instant.ts";
import { looseNumber } from "../loose-compare.ts";
import type { NormalCodes } from "../text/normal-codes.ts";
import { entryOf } from "./entry-of.ts";
import { type Interval, IntervalIndex } from "./interval-index.ts";
import { KeywordIndex, type KeywordUse } from "./keyword-index.ts";
import type { Marks } from "./marks.ts";
import type { Predicate } from "./predicates.ts";

type ByValue = Map<unknown, number[]>;

const noUse = (): KeywordUse => ({ anywhere: [], unnegated: [] });

/** Collects what has to be found in one fact. */
class FactIndexBuilder {
  readonly keywords = new Map<string, KeywordUse>();
  readonly values: ByValue = new Map();
  readonly items: ByValue = new Map();
  readonly numbers: Interval[] = [];
  readonly instants: Interval[] = [];

  add({ id, finds }: Predicate): void {
    if (finds?.type === "keywords")
      for (const keyword of new Set(finds.keywords))
        entryOf(this.keywords, keyword, noUse)[finds.unnegated ? "unnegated" : "anywhere"].push(id);
    else if (finds?.type === "values")
      for (const value of new Set(finds.values))
        entryOf(finds.of === "fact" ? this.values : this.items, value, () => []).push(id);
    else if (finds) (finds.as === "number" ? this.numbers : this.instants).push({ ...finds, id });
  }
}

export class FactIndex {
  readonly #of: FactRead;
  readonly #codes: NormalCodes;
  readonly #keywords: KeywordIndex | undefined;
  readonly #values: ByValue | undefined;
  readonly #items: ByValue | undefined;
  readonly #numbers: IntervalIndex | undefined;
  readonly #instants: IntervalIndex | undefined;

  constructor(of: FactRead, codes: NormalCodes, built: FactIndexBuilder) {
    const { keywords, values, items, numbers, instants } = built;
    this.#of = of;
    this.#codes = codes;
    this.#keywords = keywords.size > 0 ? new KeywordIndex(keywords) : undefined;
    this.#values = values.size > 0 ? values : undefined;
    this.#items = items.size > 0 ? items : undefined;
    this.#numbers = numbers.length > 0 ? new IntervalIndex(numbers) : undefined;
    this.#instants = instants.length > 0 ? new IntervalIndex(instants) : undefined;
  }

  /** Marks what the fact makes true. */
  mark(facts: Facts, marks: Marks): void {
    const value = this.#of.read(facts);
    if (value === undefined) return;
    if (this.#keywords && typeof value === "string") {
      const length = this.#codes.load(value);
      this.#keywords.mark(this.#codes.codes, length, marks);
    }
    if (this.#values) holdAll(this.#values.get(value), marks);
    if (this.#items && Array.isArray(value)) for (const item of value) holdAll(this.#items.get(item), marks);
    if (this.#numbers) markRange(this.#numbers, looseNumber(value), marks);
    if (this.#instants) markRange(this.#instants, toInstant(value) ?? Number.NaN, marks);
  }
}

function holdAll(predicates: readonly number[] | undefined, marks: Marks): void {
  if (predicates) for (const predicate of predicates) marks.hold(predicate);
}

/** A number that the index cannot compare leaves every range open: the leaves are asked. */
function markRange(index: IntervalIndex, value: number | undefined, marks: Marks): void {
  if (value === undefined) for (const predicate of index.ids) marks.trigger(predicate);
  else index.find(value, marks);
}

/** Builds the indexes that the predicates need, one for each fact that is read. */
export function buildFactIndexes(
  predicates: readonly Predicate[],
  isMarked: (predicate: Predicate) => boolean,
  codes: NormalCodes,
): readonly FactIndex[] {
  const builders = new Map<FactRead, FactIndexBuilder>();
  for (const predicate of predicates) {
    const { of, triggers } = predicate;
    if (!of || !(triggers.length > 0 || isMarked(predicate))) continue;
    entryOf(builders, of, () => new FactIndexBuilder()).add(predicate);
  }
  return [...builders].map(([of, builder]) => new FactIndex(of, codes, builder));
}
