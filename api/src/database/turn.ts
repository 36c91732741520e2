/**
 * The turn: on a shared database one transaction at a time writes, over all processes, as SQLite's one writer does in
 * one. Two rows of `counters` are the lock, taken before anything is read, and also tell what others have done since:
 * `turn` counts what changed the tickets' surroundings (`turns` keeps it), `house` every change of documents, people
 * and settings. Because everything is read under it, no transaction of ours ever waits for another half-way: there is
 * nothing to deadlock.
 */
import type { EntityManager } from "typeorm";

export interface Turn {
  /** The last number given in `turns`. */
  readonly turn: number;
  /** How often documents, people or settings were changed. */
  readonly house: number;
}

const turns = new WeakMap<EntityManager, Turn>();

const selectTurn = `SELECT "key", value FROM counters WHERE "key" IN ('house', 'turn') ORDER BY "key"`;

const toTurn = (rows: readonly { readonly key: string; readonly value: number | string }[]): Turn => {
  const values = new Map(rows.map(({ key, value }) => [key, Number(value)]));
  return { turn: values.get("turn") ?? 0, house: values.get("house") ?? 0 };
};

/** How far the database is, without waiting for anybody. */
export const readTurn = async (db: EntityManager): Promise<Turn> => toTurn(await db.query(selectTurn));

/** Waits until no other transaction writes; the first statement of every one that does. */
export async function takeTurn(transaction: EntityManager): Promise<void> {
  turns.set(transaction, toTurn(await transaction.query(`${selectTurn} FOR UPDATE`)));
}

/** What the transaction found when its turn came; `undefined` where the database has one process only. */
export const turnOf = (transaction: EntityManager): Turn | undefined => turns.get(transaction);

/** Tells the other processes that documents, people or settings change with this transaction. */
export async function noteHouseChange(transaction: EntityManager): Promise<void> {
  if (turnOf(transaction))
    await transaction.query(`UPDATE counters SET value = value + 1 WHERE "key" = 'house'`);
}

/** Makes the two rows. */
export async function prepareTurns(db: EntityManager): Promise<void> {
  await db.query(`INSERT IGNORE INTO counters ("key", value) VALUES ('house', 0), ('turn', 0)`);
}
