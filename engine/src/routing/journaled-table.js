/**
 * Rows by key, with a log of before-images: going back puts them back in reverse order, and what a
 * transaction changed is the rows that differ from their first before-image. Rows are values.
 */
/** A map that can go back to any earlier point of its transaction. */
export class JournaledTable {
  #rows = new Map();
  #follow;
  #log = [];
  constructor(rows, follow = () => {}) {
    this.#follow = follow;
    for (const [key, row] of rows) this.#put(key, row);
  }
  get(key) {
    return this.#rows.get(key);
  }
  values() {
    return this.#rows.values();
  }
  /** All rows in order of their keys. */
  sorted() {
    return [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
  }
  /** `undefined` removes the row. */
  set(key, row) {
    this.#log.push({ key, before: this.#rows.get(key) });
    this.#put(key, row);
  }
  /** How long the log is: a point to return to. */
  mark() {
    return this.#log.length;
  }
  rollbackTo(mark) {
    while (this.#log.length > mark) {
      const image = this.#log.pop();
      if (image) this.#put(image.key, image.before);
    }
  }
  /** The net changes since the log was last emptied. */
  changes() {
    const first = new Map();
    for (const { key, before } of this.#log) if (!first.has(key)) first.set(key, before);
    const upsert = [];
    const remove = [];
    for (const [key, before] of first) {
      const row = this.#rows.get(key);
      if (row === before) continue;
      if (row === undefined) remove.push(key);
      else upsert.push([key, row]);
    }
    return { upsert, remove };
  }
  /** Forgets how to go back. */
  emptyLog() {
    this.#log = [];
  }
  #put(key, row) {
    const before = this.#rows.get(key);
    if (row === undefined) this.#rows.delete(key);
    else this.#rows.set(key, row);
    this.#follow(before, row);
  }
}
//# sourceMappingURL=journaled-table.js.map
