/** Ranges that are asked one by one, in one flat table; the fact is read and made a number once for each ticket. */
import type { FactRead } from "../condition-node.ts";
import type { Facts } from "../evaluation.ts";
import { toInstant } from "../instant.ts";
import { looseNumber } from "../loose-compare.ts";
import type { Findable } from "./predicates.ts";

export type Range = Extract<Findable, { readonly type: "range" }>;

/** Where a fact's number comes from. */
interface Source {
  readonly of: FactRead;
  readonly as: Range["as"];
}

/** What the table has of a range: its ends, the number of its source, and which ends are open. */
const stride = 4;
const fromOpen = 1;
const toOpen = 2;

export class RangeTable {
  readonly #table: Float64Array;
  readonly #sources: Source[] = [];
  readonly #values: Float64Array;
  /** By source: whether its value was read for the present ticket, and found to be a number. */
  readonly #known: Uint8Array;

  constructor(ranges: readonly { readonly of: FactRead; readonly range: Range }[]) {
    this.#table = new Float64Array(ranges.length * stride);
    for (const [index, { of, range }] of ranges.entries()) {
      const open = (range.fromOpen ? fromOpen : 0) + (range.toOpen ? toOpen : 0);
      this.#table.set([range.from, range.to, this.#sourceOf(of, range.as), open], index * stride);
    }
    this.#values = new Float64Array(this.#sources.length);
    this.#known = new Uint8Array(this.#sources.length);
  }

  #sourceOf(of: FactRead, as: Range["as"]): number {
    const known = this.#sources.findIndex((source) => source.of === of && source.as === as);
    return known >= 0 ? known : this.#sources.push({ of, as }) - 1;
  }

  /** Forgets the ticket before. */
  reset(): void {
    this.#known.fill(0);
  }

  /** Whether the fact lies in a range; `undefined` when that cannot be said of a number. */
  holds(range: number, facts: Facts): boolean | undefined {
    const at = range * stride;
    const table = this.#table;
    const source = table[at + 2] as number;
    if (this.#known[source] === 0 && !this.#read(source, facts)) return undefined;
    const value = this.#values[source] as number;
    const from = table[at] as number;
    const to = table[at + 1] as number;
    // NaN lies in none, for no comparison with it holds.
    const open = table[at + 3] as number;
    return (open & fromOpen ? value > from : value >= from) && (open & toOpen ? value < to : value <= to);
  }

  #read(source: number, facts: Facts): boolean {
    const { of, as } = this.#sources[source] as Source;
    const actual = of.read(facts);
    const value = as === "number" ? looseNumber(actual) : (toInstant(actual) ?? Number.NaN);
    if (value === undefined) return false;
    this.#values[source] = value;
    this.#known[source] = 1;
    return true;
  }
}
