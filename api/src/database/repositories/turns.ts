/** What transactions of a shared database changed, in the order of their commits. */
import type { Queryable, Transaction } from "../database.ts";
import type { TurnRow } from "../entities/turns.ts";
import { turnOf } from "../turn.ts";

/** Most that is read at once; who is further behind reads the whole state. */
export const maxTurnsBehind = 500;

/** Stores what this transaction changed under the next number and answers that; at most once in a transaction. */
export async function storeTurn(transaction: Transaction, row: Omit<TurnRow, "id">): Promise<number> {
  const id = (turnOf(transaction)?.turn ?? 0) + 1;
  await transaction.query("INSERT INTO turns (id, at, process, routing, news) VALUES (?, ?, ?, ?, ?)", [
    id,
    row.at,
    row.process,
    row.routing,
    row.news,
  ]);
  await transaction.query(`UPDATE counters SET value = ? WHERE "key" = 'turn'`, [id]);
  return id;
}

/** What those after `id` changed of the routing aggregate, oldest first. */
export const routingAfter = (db: Queryable, id: number): Promise<Pick<TurnRow, "id" | "routing">[]> =>
  db.query(`SELECT id, routing FROM turns WHERE id > ? ORDER BY id LIMIT ${maxTurnsBehind}`, [id]);

/** What pages are told by those after `id` and up to `until` that another process made, oldest first. */
export const newsBetween = (
  db: Queryable,
  id: number,
  until: number,
  process: string,
): Promise<Pick<TurnRow, "news">[]> =>
  db.query(
    `SELECT news FROM turns WHERE id > ? AND id <= ? AND process <> ? AND news IS NOT NULL ORDER BY id LIMIT ${maxTurnsBehind}`,
    [id, until, process],
  );

/** Forgets what is older than `before`, at most `limit` at a time. */
export async function forgetTurns(transaction: Transaction, before: number, limit: number): Promise<void> {
  await transaction.query("DELETE FROM turns WHERE at < ? ORDER BY at LIMIT ?", [before, limit]);
}
