/**
 * Which rows changed, in order, for indexes that follow at their own pace: each asks from where it last was. Only the
 * newest changes are remembered; an index that stayed away longer looks at every row once.
 */

/** Fewer than this are never forgotten. */
const fewest = 4_096;

export class ChangeFeed {
  #keys: string[] = [];
  /** How many changes came before the first one that is remembered. */
  #forgotten = 0;

  /** How many changes there have been. */
  get version(): number {
    return this.#forgotten + this.#keys.length;
  }

  /** `rows` is how many rows there are: looking at all of them costs no more than following as many changes. */
  push(key: string, rows: number): void {
    this.#keys.push(key);
    if (this.#keys.length <= 2 * Math.max(fewest, rows)) return;
    const drop = this.#keys.length >>> 1;
    this.#keys = this.#keys.slice(drop);
    this.#forgotten += drop;
  }

  /** Calls `visit` with each key that changed since, perhaps more than once; false when that is forgotten. */
  follow(since: number, visit: (key: string) => void): boolean {
    if (since < this.#forgotten) return false;
    for (let at = since - this.#forgotten; at < this.#keys.length; at += 1) visit(this.#keys[at] ?? "");
    return true;
  }
}
