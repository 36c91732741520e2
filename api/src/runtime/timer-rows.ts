/** How timer rows are written: one per key, the later of two wins. */
import { upsertRows } from "../database/bulk.ts";
import type { Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";

const columns = ["key", "kind", "ticket_id", "due_at", "payload"] as const;

/** Arms the timers, moving those that are armed already. */
export const armTimers = (transaction: Transaction, rows: readonly TimerRow[]): Promise<void> =>
  upsertRows(transaction, "timers", columns, rows, ["key"]);
