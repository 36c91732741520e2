/**
 * How timer rows are written and taken: one per key, the later of two wins. On a shared database a process takes due
 * ones for a while; what it did not handle by then (it was killed) is anybody's again.
 */
import { upsertRows } from "../database/bulk.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import { inLease, leaseEnd, takeRows } from "../database/leases.ts";
import { turnOf } from "../database/turn.ts";

const columns = ["key", "kind", "ticket_id", "due_at", "payload"] as const;
const leasedColumns = [...columns, "leased_until"] as const;

/** A timer whose time has come. */
export type DueTimer = Omit<TimerRow, "leased_until">;

/** Arms the timers, moving those that are armed already. */
export const armTimers = (transaction: Transaction, rows: readonly TimerRow[]): Promise<void> =>
  turnOf(transaction)
    ? upsertRows<(typeof leasedColumns)[number]>(
        ...([
          transaction,
          "timers",
          leasedColumns,
          rows.map((row) => ({ ...row, leased_until: null })),
          ["key"],
        ] as const),
      )
    : upsertRows<(typeof columns)[number]>(transaction, "timers", columns, rows, ["key"]);

/** The earliest due timers, at most `limit`, for this process to handle. */
export function takeDueTimers(
  { shared, reader, writer }: Database,
  now: number,
  limit: number,
): Promise<readonly DueTimer[]> {
  const due = `SELECT "key", kind, ticket_id, due_at, payload FROM timers WHERE due_at <= ?`;
  if (!shared) return reader.query(`${due} ORDER BY due_at LIMIT ?`, [now, limit]);
  return writer.beside((transaction) =>
    takeRows<DueTimer>(transaction, {
      select: `${due} AND ${inLease("NOT")} ORDER BY due_at LIMIT ?`,
      values: [now, limit],
      update: `UPDATE timers SET leased_until = ${leaseEnd} WHERE "key"`,
      keyOf: ({ key }) => key,
    }),
  );
}

/** Gives back what could not be handled now, or what a process that ends has taken and not begun. */
export async function releaseTimers({ shared, writer }: Database, keys: readonly string[]): Promise<void> {
  if (!shared || keys.length === 0) return;
  await writer.beside(async (transaction) => {
    const marks = keys.map(() => "?").join(",");
    await transaction.query(`UPDATE timers SET leased_until = NULL WHERE "key" IN (${marks})`, [...keys]);
  });
}

/** When the next timer that nobody has taken is due. */
export async function nextTimerDue({ shared, reader }: Database): Promise<number | null> {
  const free = shared ? `WHERE ${inLease("NOT")}` : "";
  const [row] = await reader.query<{ due_at: number }[]>(
    `SELECT due_at FROM timers ${free} ORDER BY due_at LIMIT 1`,
  );
  return row === undefined ? null : Number(row.due_at);
}
