/** Answers already given to requests that carried an `Idempotency-Key`; kept seven days. */
import { deleteRows, insertRows, upsertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { IdempotencyRow } from "../entities/house.ts";
import { turnOf } from "../turn.ts";

export const idempotencyKeepMs = 7 * 24 * 3_600_000;

export async function findAnswer(db: Queryable, key: string, since: number): Promise<IdempotencyRow | null> {
  const sql = `SELECT * FROM idempotency WHERE "key" = ? AND created_at > ?`;
  const [row] = await db.query<IdempotencyRow[]>(sql, [key, since]);
  return row ?? null;
}

const columns = ["key", "route", "body_hash", "response", "status", "created_at"] as const;

/**
 * Remembers answers; a key that was forgotten by age may be given anew. On a shared database a key that another process
 * has answered meanwhile fails the transaction (`isDuplicate`): what it did is not done twice.
 */
export async function saveAnswers(tx: Transaction, rows: readonly IdempotencyRow[]): Promise<void> {
  if (turnOf(tx)) return insertRows<(typeof columns)[number]>(tx, "idempotency", columns, rows as never);
  await upsertRows<(typeof columns)[number]>(tx, "idempotency", columns, rows as never, ["key"]);
}

/** Forgets answers older than `before`, at most `limit` at a time. */
export async function forgetAnswers(tx: Transaction, before: number, limit: number): Promise<void> {
  // Two steps: MySQL takes no LIMIT in a subquery, nor one on the table that it deletes from.
  const sql = `SELECT "key" FROM idempotency WHERE created_at <= ? ORDER BY created_at LIMIT ?`;
  const old = await tx.query<{ key: string }[]>(sql, [before, limit]);
  await deleteRows(
    tx,
    "idempotency",
    "key",
    old.map((row) => row.key),
  );
}

/** Forgets one answer. */
export const forgetAnswer = (tx: Transaction, key: string): Promise<void> =>
  deleteRows(tx, "idempotency", "key", [key]);
