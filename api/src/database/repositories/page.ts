/** Lists page by cursor: the sort keys of the last item, opaque to callers. */
import { AppError } from "../../errors.ts";

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export type CursorValues = readonly (string | number)[];

const toCursor = (values: CursorValues): string => Buffer.from(JSON.stringify(values)).toString("base64url");

const isCursorValues = (value: unknown, length: number): value is CursorValues =>
  Array.isArray(value) &&
  value.length === length &&
  value.every((item) => typeof item === "string" || typeof item === "number");

/** Reads a cursor of `length` sort keys; none gives `undefined`. Throws `request.cursor`. */
export function fromCursor(cursor: string | undefined, length: number): CursorValues | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (isCursorValues(values, length)) return values;
  } catch (error) {
    throw new AppError("request.cursor", { cause: error });
  }
  throw new AppError("request.cursor");
}

/** A page from `limit + 1` rows: the extra one only tells that there is more. */
export function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => CursorValues,
  toItem: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), nextCursor: more ? toCursor(keysOf(last)) : null };
}
