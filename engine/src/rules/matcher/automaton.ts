/**
 * Aho and Corasick's automaton: every keyword that stands somewhere in a text is found in one pass over it.
 *
 * Layout: states are numbers in order of their making, the root is 0, and everything is a typed array. The children
 * of all states but the root are in one open-addressing table; a child knows its parent and its code unit, so that a
 * slot proves itself. The root's children, asked for at nearly every character, are in pages of 256 code units.
 * What a step needs of a state lies together in memory: most of its time is waiting for memory.
 */

export interface Automaton {
  /** Code unit → child of the root: `rootPages[rootPageOf[high byte] + low byte]`; the first page is empty. */
  readonly rootPageOf: Uint32Array;
  readonly rootPages: Int32Array;
  readonly slots: Int32Array;
  /**
   * Four numbers for each state, {@link stride} apart: its parent, its code unit, `fail`: the longest proper suffix
   * that is a state itself, `ending`: the longest suffix, itself included, that is a keyword (0 for none).
   */
  readonly states: Int32Array;
  /** The keyword that ends in a state; -1 for none. */
  readonly keyword: Int32Array;
  /** The longest proper suffix of a state that is a keyword; 0 for none. */
  readonly shorterEnding: Int32Array;
}

/** How far apart states are in `states`, and where in them their parts are. */
export const stride = 4;
export const labelAt = 1;
export const failAt = 2;
export const endingAt = 3;

/** Where in a table of `mask + 1` slots the search for a child begins. */
export const slotOf = (state: number, code: number, mask: number): number =>
  ((Math.imul(state, 0x9e3779b1) + Math.imul(code, 0x85ebca6b)) >>> 9) & mask;

/** States by their distance from the root, which have to be completed in that order. */
function byDepth(states: Int32Array, deepest: number): Int32Array {
  const parent = states.filter((_, at) => at % stride === 0);
  const depth = new Uint16Array(parent.length);
  const count = new Int32Array(deepest + 2);
  for (let state = 1; state < parent.length; state += 1) {
    depth[state] = (depth[parent[state] as number] as number) + 1;
    count[(depth[state] as number) + 1] = (count[(depth[state] as number) + 1] as number) + 1;
  }
  for (let at = 1; at < count.length; at += 1) count[at] = (count[at] as number) + (count[at - 1] as number);
  const order = new Int32Array(parent.length - 1);
  for (let state = 1; state < parent.length; state += 1) {
    const at = count[depth[state] as number] as number;
    order[at] = state;
    count[depth[state] as number] = at + 1;
  }
  return order;
}

/** A trie over the keywords; it becomes an automaton when its suffixes are linked. */
class Trie {
  readonly #mask: number;
  readonly #slots: Int32Array;
  readonly #rootPageOf = new Uint32Array(256);
  readonly #rootChildren = new Map<number, number>();
  readonly #states: Int32Array;
  readonly #keyword: Int32Array;
  readonly #deepest: number;
  #rootPages = new Int32Array(256);
  #count = 1;

  constructor(keywords: readonly string[]) {
    const most = 1 + keywords.reduce((sum, keyword) => sum + keyword.length, 0);
    this.#deepest = keywords.reduce((most, keyword) => Math.max(most, keyword.length), 0);
    this.#mask = 2 ** Math.ceil(Math.log2(most * 2)) - 1;
    this.#slots = new Int32Array(this.#mask + 1);
    this.#states = new Int32Array(most * stride);
    this.#keyword = new Int32Array(most).fill(-1);
    for (const [index, keyword] of keywords.entries()) this.#insert(keyword, index);
    this.#layRoot();
  }

  #insert(keyword: string, index: number): void {
    let state = 0;
    for (let at = 0; at < keyword.length; at += 1) {
      const code = keyword.charCodeAt(at);
      state = this.#child(state, code) || this.#grow(state, code);
    }
    this.#keyword[state] = index;
  }

  #grow(parent: number, code: number): number {
    const state = this.#count++;
    this.#states[state * stride] = parent;
    this.#states[state * stride + labelAt] = code;
    if (parent === 0) this.#rootChildren.set(code, state);
    else {
      let slot = slotOf(parent, code, this.#mask);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = state;
    }
    return state;
  }

  #child(state: number, code: number): number {
    if (state === 0) return this.#rootChildren.get(code) ?? 0;
    for (let slot = slotOf(state, code, this.#mask); ; slot = (slot + 1) & this.#mask) {
      const child = this.#slots[slot] as number;
      if (child === 0 || this.#isChild(child, state, code)) return child;
    }
  }

  #isChild(child: number, state: number, code: number): boolean {
    return this.#states[child * stride] === state && this.#states[child * stride + labelAt] === code;
  }

  #layRoot(): void {
    const pages = [...new Set([...this.#rootChildren.keys()].map((code) => code >>> 8))];
    this.#rootPages = new Int32Array(256 * (pages.length + 1));
    for (const [index, page] of pages.entries()) this.#rootPageOf[page] = 256 * (index + 1);
    for (const [code, state] of this.#rootChildren)
      this.#rootPages[(this.#rootPageOf[code >>> 8] as number) + (code & 255)] = state;
  }

  link(): Automaton {
    const states = this.#states.slice(0, this.#count * stride);
    const keyword = this.#keyword.slice(0, this.#count);
    const shorterEnding = new Int32Array(this.#count);
    for (const state of byDepth(states, this.#deepest)) {
      const suffix = this.#longestSuffix(state, states);
      const shorter = states[suffix * stride + endingAt] as number;
      states[state * stride + failAt] = suffix;
      states[state * stride + endingAt] = (keyword[state] as number) >= 0 ? state : shorter;
      shorterEnding[state] = shorter;
    }
    const root = { rootPageOf: this.#rootPageOf, rootPages: this.#rootPages };
    return { ...root, slots: this.#slots, states, keyword, shorterEnding };
  }

  #longestSuffix(state: number, states: Int32Array): number {
    const code = states[state * stride + labelAt] as number;
    let at = states[state * stride] as number;
    while (at !== 0) {
      at = states[at * stride + failAt] as number;
      const child = this.#child(at, code);
      if (child !== 0) return child;
    }
    return 0;
  }
}

/** Builds the automaton of distinct keywords, none of them empty. */
export const buildAutomaton = (keywords: readonly string[]): Automaton => new Trie(keywords).link();
