/**
 * Aho and Corasick's automaton: every keyword that stands somewhere in a text is found in one pass over it.
 *
 * Layout: states are numbers in order of their making, the root is 0, and everything is a typed array. The children
 * of all states but the root are in one open-addressing table; a child knows its parent and its code unit, so that a
 * slot proves itself. The root's children, asked for at nearly every character, are in pages of 256 code units.
 */

export interface Automaton {
  /** Code unit → child of the root: `rootPages[rootPageOf[high byte] + low byte]`; the first page is empty. */
  readonly rootPageOf: Uint32Array;
  readonly rootPages: Int32Array;
  readonly slots: Int32Array;
  readonly parent: Int32Array;
  readonly label: Uint16Array;
  /** The longest proper suffix of a state that is a state itself. */
  readonly fail: Int32Array;
  /** The keyword that ends in a state; -1 for none. */
  readonly keyword: Int32Array;
  /** The longest suffix that is a keyword, the state itself included or not; 0 for none. */
  readonly ending: Int32Array;
  readonly shorterEnding: Int32Array;
}

/** Where in a table of `mask + 1` slots the search for a child begins. */
export const slotOf = (state: number, code: number, mask: number): number =>
  ((Math.imul(state, 0x9e3779b1) + Math.imul(code, 0x85ebca6b)) >>> 9) & mask;

/** States by their distance from the root, which have to be completed in that order. */
function byDepth(parent: Int32Array, deepest: number): Int32Array {
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
  readonly #parent: Int32Array;
  readonly #label: Uint16Array;
  readonly #keyword: Int32Array;
  readonly #deepest: number;
  #rootPages = new Int32Array(256);
  #states = 1;

  constructor(keywords: readonly string[]) {
    const most = 1 + keywords.reduce((sum, keyword) => sum + keyword.length, 0);
    this.#deepest = keywords.reduce((most, keyword) => Math.max(most, keyword.length), 0);
    this.#mask = 2 ** Math.ceil(Math.log2(most * 2)) - 1;
    this.#slots = new Int32Array(this.#mask + 1);
    this.#parent = new Int32Array(most);
    this.#label = new Uint16Array(most);
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
    const state = this.#states++;
    this.#parent[state] = parent;
    this.#label[state] = code;
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
      if (child === 0 || (this.#parent[child] === state && this.#label[child] === code)) return child;
    }
  }

  #layRoot(): void {
    const pages = [...new Set([...this.#rootChildren.keys()].map((code) => code >>> 8))];
    this.#rootPages = new Int32Array(256 * (pages.length + 1));
    for (const [index, page] of pages.entries()) this.#rootPageOf[page] = 256 * (index + 1);
    for (const [code, state] of this.#rootChildren)
      this.#rootPages[(this.#rootPageOf[code >>> 8] as number) + (code & 255)] = state;
  }

  link(): Automaton {
    const parent = this.#parent.slice(0, this.#states);
    const keyword = this.#keyword.slice(0, this.#states);
    const fail = new Int32Array(this.#states);
    const ending = new Int32Array(this.#states);
    const shorterEnding = new Int32Array(this.#states);
    for (const state of byDepth(parent, this.#deepest)) {
      const suffix = this.#longestSuffix(state, fail);
      fail[state] = suffix;
      shorterEnding[state] = ending[suffix] as number;
      ending[state] = (keyword[state] as number) >= 0 ? state : (ending[suffix] as number);
    }
    return {
      rootPageOf: this.#rootPageOf,
      rootPages: this.#rootPages,
      slots: this.#slots,
      parent,
      label: this.#label.slice(0, this.#states),
      fail,
      keyword,
      ending,
      shorterEnding,
    };
  }

  #longestSuffix(state: number, fail: Int32Array): number {
    const parent = this.#parent[state] as number;
    const code = this.#label[state] as number;
    for (let at = parent; at !== 0; ) {
      at = fail[at] as number;
      const child = this.#child(at, code);
      if (child !== 0) return child;
    }
    return 0;
  }
}

/** Builds the automaton of distinct keywords, none of them empty. */
export const buildAutomaton = (keywords: readonly string[]): Automaton => new Trie(keywords).link();
