/**
 * Leases on rows of a shared database, by the database's own time: clocks of several machines differ. Who takes rows
 * skips those that another process is just taking, so nobody waits and nothing is taken twice.
 */
import type { SqlValue } from "./bulk.ts";
import type { Transaction } from "./database.ts";

/** How long a process is left alone with what it took, s; who needs longer renews it. */
const leaseSeconds = 20;
/** How often a lease is renewed while its work goes on, ms. */
export const renewEveryMs = 7_000;

const databaseNow = "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";

/** SQL: the instant at which a lease that begins now ends, epoch ms. */
export const leaseEnd = `${databaseNow} + ${leaseSeconds * 1000}`;

/** SQL: whether a row is leased; `NOT`: whether it is anybody's. */
export const inLease = (not: "" | "NOT" = ""): string =>
  not === "NOT"
    ? `(leased_until IS NULL OR leased_until <= ${databaseNow})`
    : `leased_until > ${databaseNow}`;

export interface Taking<Row> {
  /** Without its FOR UPDATE. */
  readonly select: string;
  readonly values: readonly SqlValue[];
  /** Ends with the key's column: `UPDATE … WHERE id`. */
  readonly update: string;
  readonly updateValues?: readonly SqlValue[];
  keyOf(row: Row): string;
}

/** Takes rows that no other process is taking; answers them as they were. */
export async function takeRows<Row>(transaction: Transaction, taking: Taking<Row>): Promise<readonly Row[]> {
  const rows = await transaction.query<Row[]>(`${taking.select} FOR UPDATE SKIP LOCKED`, [...taking.values]);
  if (rows.length === 0) return rows;
  await transaction.query(`${taking.update} IN (${rows.map(() => "?").join(",")})`, [
    ...(taking.updateValues ?? []),
    ...rows.map((row) => taking.keyOf(row)),
  ]);
  return rows;
}
