/** A set of rule numbers that is taken out in ascending order; a summary bit for each word skips the empty ones. */
export class RuleBits {
  readonly #words: Int32Array;
  readonly #summary: Int32Array;
  /** Members that are in the set from the start. */
  readonly #always: readonly number[];

  constructor(rules: number, always: readonly number[]) {
    const words = (rules + 31) >>> 5;
    this.#words = new Int32Array(words);
    this.#summary = new Int32Array((words + 31) >>> 5);
    this.#always = always;
  }

  /** The empty set but for the members that are always there. */
  reset(): void {
    this.#words.fill(0);
    this.#summary.fill(0);
    for (const rule of this.#always) this.add(rule);
  }

  add(rule: number): void {
    const word = rule >>> 5;
    this.#words[word] = (this.#words[word] as number) | (1 << (rule & 31));
    this.#summary[word >>> 5] = (this.#summary[word >>> 5] as number) | (1 << (word & 31));
  }

  /** The smallest member at or after a number; -1 when there is none. */
  from(rule: number): number {
    const words = this.#words;
    let word = rule >>> 5;
    if (word >= words.length) return -1;
    const rest = (words[word] as number) & (-1 << (rule & 31));
    if (rest !== 0) return (word << 5) + lowestBit(rest);
    word = this.#wordAfter(word);
    return word < 0 ? -1 : (word << 5) + lowestBit(words[word] as number);
  }

  #wordAfter(word: number): number {
    const summary = this.#summary;
    let group = word >>> 5;
    // The bits above the word's own: shifted out, they leave nothing above bit 31.
    let rest = (summary[group] as number) & (-2 << (word & 31));
    while (rest === 0) {
      group += 1;
      if (group >= summary.length) return -1;
      rest = summary[group] as number;
    }
    return (group << 5) + lowestBit(rest);
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
