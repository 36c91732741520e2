/**
 * Which of many intervals a number lies in, in time that grows with their logarithm and with those found:
 * a segment tree over the sorted ends. Position `2i + 1` is the end `i` itself, `2i` the gap before it.
 */
import type { Marks } from "./marks.ts";
import { type PostingLists, packLists } from "./posting-lists.ts";

export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly fromOpen?: boolean;
  readonly toOpen?: boolean;
  /** The predicate that holds when a number lies in it. */
  readonly id: number;
}

export class IntervalIndex {
  readonly #ends: Float64Array;
  readonly #positions: number;
  readonly #tree: PostingLists;
  /** The ids of all intervals. */
  readonly ids: readonly number[];

  constructor(intervals: readonly Interval[]) {
    const ends = [...new Set(intervals.flatMap(({ from, to }) => [from, to]))];
    this.#ends = Float64Array.from(ends).sort();
    this.#positions = 2 * ends.length + 1;
    this.ids = intervals.map(({ id }) => id);
    const nodes = Array.from({ length: 2 * this.#positions }, (): number[] | undefined => undefined);
    for (const interval of intervals) this.#insert(interval, nodes);
    this.#tree = packLists(nodes);
  }

  #insert({ from, to, fromOpen, toOpen, id }: Interval, nodes: (number[] | undefined)[]): void {
    let low = this.#positions + this.#positionOf(from) + (fromOpen ? 1 : 0);
    let high = this.#positions + this.#positionOf(to) + (toOpen ? 0 : 1);
    for (; low < high; low >>>= 1, high >>>= 1) {
      if (low & 1) put(nodes, low++, id);
      if (high & 1) put(nodes, --high, id);
    }
  }

  /** The number of ends below a number says where it is. */
  #positionOf(value: number): number {
    const ends = this.#ends;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return ends[low] === value ? 2 * low + 1 : 2 * low;
  }

  /** Marks every interval that holds the number; none for NaN. */
  find(value: number, marks: Marks): void {
    if (Number.isNaN(value)) return;
    const { start, items } = this.#tree;
    for (let node = this.#positions + this.#positionOf(value); node > 0; node >>>= 1) {
      const end = start[node + 1] as number;
      for (let at = start[node] as number; at < end; at += 1) marks.hold(items[at] as number);
    }
  }
}

function put(nodes: (number[] | undefined)[], node: number, id: number): void {
  const list = nodes[node];
  if (list) list.push(id);
  else nodes[node] = [id];
}
