/** A record as rows that can be half-typed: two rows may share a name, or have none, until they are mended. */
import type { Json } from "@sluice/schemas";
import { isSameJson } from "./tidy-value.ts";

export interface RecordRow {
  readonly id: number;
  readonly key: string;
  readonly value: Json | undefined;
}

export type JsonRecord = { readonly [key: string]: Json };

/** The rows of a record, in its order. */
export const toRows = (record: JsonRecord): readonly RecordRow[] =>
  Object.entries(record).map(([key, value], id) => ({ id, key, value }));

/** What the rows say: rows without a name or a value say nothing, of two with one name the first counts. */
export function toRecord(rows: readonly RecordRow[]): JsonRecord {
  const record: { [key: string]: Json } = {};
  for (const { key, value } of rows)
    if (key !== "" && value !== undefined && !Object.hasOwn(record, key)) record[key] = value;
  return record;
}

/** The rows with another record: they stay, half-typed ones too, while they already say the same. */
export const rowsFor = (rows: readonly RecordRow[], record: JsonRecord): readonly RecordRow[] =>
  isSameJson(toRecord(rows), record) ? rows : toRows(record);

/** True for a row whose name an earlier one has. */
export const isTaken = (rows: readonly RecordRow[], { id, key }: RecordRow): boolean =>
  key !== "" && rows.find((row) => row.key === key)?.id !== id;

/** A row with nothing in it, its id new among the rows. */
export const emptyRow = (rows: readonly RecordRow[], key = ""): RecordRow => ({
  id: Math.max(-1, ...rows.map(({ id }) => id)) + 1,
  key,
  value: undefined,
});
