/** All keywords that rules look for in one text fact, found in one pass, with the predicates that each makes true. */
import { isUnnegatedCode } from "../text/negation.ts";
import { buildAutomaton, endingAt, failAt, labelAt, slotOf, stride } from "./automaton.ts";
import type { Marks } from "./marks.ts";
import { packLists } from "./posting-lists.ts";

/** The predicates that an occurrence of a keyword makes true: any, or one that is not negated. */
export interface KeywordUse {
  readonly anywhere: number[];
  readonly unnegated: number[];
}

export class KeywordIndex {
  readonly #automaton;
  readonly #length: Uint16Array;
  readonly #anywhere;
  readonly #unnegated;
  readonly #readsNegation: boolean;
  /** The scan that last met a keyword, and one that is not negated. */
  readonly #met: Int32Array;
  readonly #metUnnegated: Int32Array;
  #scan = 0;

  constructor(uses: ReadonlyMap<string, KeywordUse>) {
    const keywords = [...uses.keys()];
    const all = [...uses.values()];
    this.#automaton = buildAutomaton(keywords);
    this.#length = Uint16Array.from(keywords, (keyword) => keyword.length);
    this.#anywhere = packLists(all.map((use) => use.anywhere));
    this.#unnegated = packLists(all.map((use) => use.unnegated));
    this.#readsNegation = this.#unnegated.items.length > 0;
    this.#met = new Int32Array(keywords.length);
    this.#metUnnegated = new Int32Array(keywords.length);
  }

  /** Marks what a text makes true; `codes` are those of its normalised form. */
  mark(codes: Uint16Array, length: number, marks: Marks): void {
    this.#begin();
    const { rootPageOf, rootPages, slots, states } = this.#automaton;
    const mask = slots.length - 1;
    let state = 0;
    for (let at = 0; at < length; at += 1) {
      const code = codes[at] as number;
      let next = 0;
      while (state !== 0 && next === 0) {
        let slot = slotOf(state, code, mask);
        next = slots[slot] as number;
        while (next !== 0 && (states[next * stride] !== state || states[next * stride + labelAt] !== code)) {
          slot = (slot + 1) & mask;
          next = slots[slot] as number;
        }
        if (next === 0) state = states[state * stride + failAt] as number;
      }
      state = next || (rootPages[(rootPageOf[code >>> 8] as number) + (code & 255)] as number);
      const found = states[state * stride + endingAt] as number;
      if (found !== 0) this.#meet(found, codes, at, marks);
    }
  }

  #begin(): void {
    this.#scan += 1;
    if (this.#scan < 2 ** 30) return;
    this.#scan = 1;
    this.#met.fill(0);
    this.#metUnnegated.fill(0);
  }

  /** Every keyword that ends here, from the longest. What was met once has nothing new to say, nor have its suffixes. */
  #meet(ending: number, codes: Uint16Array, at: number, marks: Marks): void {
    const { keyword, shorterEnding } = this.#automaton;
    for (let state = ending; state !== 0; state = shorterEnding[state] as number) {
      const found = keyword[state] as number;
      if (this.#met[found] !== this.#scan) {
        this.#met[found] = this.#scan;
        markAll(this.#anywhere, found, marks);
      } else if (!this.#readsNegation) return;
      if (this.#readsNegation) this.#meetUnnegated(found, codes, at, marks);
    }
  }

  #meetUnnegated(found: number, codes: Uint16Array, at: number, marks: Marks): void {
    const { start } = this.#unnegated;
    if (start[found] === start[found + 1] || this.#metUnnegated[found] === this.#scan) return;
    if (!isUnnegatedCode(codes, at + 1 - (this.#length[found] as number))) return;
    this.#metUnnegated[found] = this.#scan;
    markAll(this.#unnegated, found, marks);
  }
}

function markAll({ start, items }: ReturnType<typeof packLists>, list: number, marks: Marks): void {
  const end = start[list + 1] as number;
  for (let at = start[list] as number; at < end; at += 1) marks.hold(items[at] as number);
}
