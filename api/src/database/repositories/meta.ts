/** The database's own marks: what was done to it once. */
import { upsertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { ValueRow } from "../entities/house.ts";

export async function hasMark(db: Queryable, key: string): Promise<boolean> {
  const rows = await db.query<ValueRow[]>(`SELECT * FROM meta WHERE "key" = ?`, [key]);
  return rows.length > 0;
}

export async function setMark(tx: Transaction, key: string, value: string): Promise<void> {
  await upsertRows(tx, "meta", ["key", "value"], [{ key, value }], ["key"]);
}
