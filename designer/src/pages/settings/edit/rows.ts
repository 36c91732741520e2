/** Items of a list while they are edited: each keeps an identity of its own, whatever becomes of its key. */

export interface Row<T> {
  readonly uid: string;
  readonly item: T;
  /** It is not stored yet: its key may still be chosen. */
  readonly fresh: boolean;
}

export type Rows<T> = readonly Row<T>[];

let last = 0;

/** An identity that no other row has. */
export function newUid(): string {
  last += 1;
  return `row-${last}`;
}

/** Stored items as rows. */
export const toRows = <T>(items: readonly T[]): Rows<T> =>
  items.map((item) => ({ uid: newUid(), item, fresh: false }));

export const fromRows = <T>(rows: Rows<T>): readonly T[] => rows.map(({ item }) => item);

/** The row at `from` stands at `to`; places outside the list change nothing. */
export function moveRow<T>(rows: Rows<T>, from: number, to: number): Rows<T> {
  const moved = rows[from];
  if (moved === undefined || to < 0 || to >= rows.length) return rows;
  const rest = rows.filter((_, at) => at !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

export const changeRow = <T>(rows: Rows<T>, uid: string, item: T): Rows<T> =>
  rows.map((row) => (row.uid === uid ? { ...row, item } : row));

export const removeRow = <T>(rows: Rows<T>, uid: string): Rows<T> => rows.filter((row) => row.uid !== uid);

/** `base` with a number where it is taken: `field`, `field-2`, … */
export function freeName(base: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
