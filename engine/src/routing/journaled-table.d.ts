/**
 * Rows by key, with a log of before-images: going back puts them back in reverse order, and what a
 * transaction changed is the rows that differ from their first before-image. Rows are values.
 */
/** The rows that a transaction left different from how it found them. */
export interface TableChanges<V> {
  readonly upsert: readonly (readonly [string, V])[];
  readonly remove: readonly string[];
}
/** Called with every replacement, also those that a rollback makes, so that an index can follow. */
type Follow<V> = (before: V | undefined, after: V | undefined) => void;
/** A map that can go back to any earlier point of its transaction. */
export declare class JournaledTable<V> {
  #private;
  constructor(rows: Iterable<readonly [string, V]>, follow?: Follow<V>);
  get(key: string): V | undefined;
  values(): Iterable<V>;
  /** All rows in order of their keys. */
  sorted(): [string, V][];
  /** `undefined` removes the row. */
  set(key: string, row: V | undefined): void;
  /** How long the log is: a point to return to. */
  mark(): number;
  rollbackTo(mark: number): void;
  /** The net changes since the log was last emptied. */
  changes(): TableChanges<V>;
  /** Forgets how to go back. */
  emptyLog(): void;
}
