/** The first few of many, without sorting all. */

/** Keeps the best `limit` of what is offered, in order. */
export class Leaders<T> {
  readonly sorted: T[] = [];
  readonly #limit: number;
  readonly #compare: (a: T, b: T) => number;

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  offer(candidate: T): void {
    const last = this.sorted[this.sorted.length - 1];
    if (last && this.sorted.length >= this.#limit && this.#compare(candidate, last) >= 0) return;
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.sorted[middle];
      if (other && this.#compare(other, candidate) <= 0) low = middle + 1;
      else high = middle;
    }
    this.sorted.splice(low, 0, candidate);
    if (this.sorted.length > this.#limit) this.sorted.pop();
  }
}
