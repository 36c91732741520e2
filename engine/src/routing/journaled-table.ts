/**
 * Rows by key, with a log of before-images: going back puts them back in reverse order, and what a
 * transaction changed is the rows that differ from their first before-image. Rows are values.
 */

interface BeforeImage<V> {
  readonly key: string;
  readonly before: V | undefined;
}

/** The rows that a transaction left different from how it found them. */
export interface TableChanges<V> {
  readonly upsert: readonly (readonly [string, V])[];
  readonly remove: readonly string[];
}

/** Called with every replacement, also those that a rollback makes, so that an index can follow. */
type Follow<V> = (key: string, before: V | undefined, after: V | undefined) => void;

/** A map that can go back to any earlier point of its transaction. */
export class JournaledTable<V> {
  readonly #rows = new Map<string, V>();
  readonly #follow: Follow<V>;
  #log: BeforeImage<V>[] = [];

  constructor(rows: Iterable<readonly [string, V]>, follow: Follow<V> = () => {}) {
    this.#follow = follow;
    for (const [key, row] of rows) this.#put(key, row);
  }

  get(key: string): V | undefined {
    return this.#rows.get(key);
  }

  values(): Iterable<V> {
    return this.#rows.values();
  }

  /** All rows in order of their keys. */
  sorted(): [string, V][] {
    return [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** `undefined` removes the row. */
  set(key: string, row: V | undefined): void {
    this.#log.push({ key, before: this.#rows.get(key) });
    this.#put(key, row);
  }

  /** How long the log is: a point to return to. */
  mark(): number {
    return this.#log.length;
  }

  rollbackTo(mark: number): void {
    while (this.#log.length > mark) {
      const image = this.#log.pop();
      if (image) this.#put(image.key, image.before);
    }
  }

  /** The net changes since the log was last emptied. */
  changes(): TableChanges<V> {
    const first = new Map<string, V | undefined>();
    for (const { key, before } of this.#log) if (!first.has(key)) first.set(key, before);
    const upsert: [string, V][] = [];
    const remove: string[] = [];
    for (const [key, before] of first) {
      const row = this.#rows.get(key);
      if (row === before) continue;
      if (row === undefined) remove.push(key);
      else upsert.push([key, row]);
    }
    return { upsert, remove };
  }

  /** Forgets how to go back. */
  emptyLog(): void {
    this.#log = [];
  }

  #put(key: string, row: V | undefined): void {
    const before = this.#rows.get(key);
    if (row === undefined) this.#rows.delete(key);
    else this.#rows.set(key, row);
    this.#follow(key, before, row);
  }
}
