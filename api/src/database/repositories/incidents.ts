/** Incidents: what failed for good and waits for somebody. */
import { insertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { IncidentRow } from "../entities/work.ts";

const columns = [
  "id",
  "ticket_id",
  "run_id",
  "node",
  "job_id",
  "kind",
  "code",
  "message",
  "details",
  "status",
  "created_at",
  "closed_at",
] as const;

/** Stores new ones, multi-row. */
export async function insertIncidents(tx: Transaction, rows: readonly IncidentRow[]): Promise<void> {
  await insertRows(tx, "incidents", columns, rows);
}

export async function findIncident(db: Queryable, id: string): Promise<IncidentRow | undefined> {
  const [row] = await db.query<IncidentRow[]>("SELECT * FROM incidents WHERE id = ?", [id]);
  return row;
}

/** Those of the named ones that there are, in no order. */
export async function findIncidents(db: Queryable, ids: readonly string[]): Promise<readonly IncidentRow[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => "?").join(",");
  return db.query<IncidentRow[]>(`SELECT * FROM incidents WHERE id IN (${marks})`, [...ids]);
}

/** Closes one that is open; one that is closed stays as it is. */
export async function closeIncident(
  tx: Transaction,
  id: string,
  how: "retried" | "skipped",
  now: number,
): Promise<void> {
  await tx.query("UPDATE incidents SET status = ?, closed_at = ? WHERE id = ? AND status = 'open'", [
    how,
    now,
    id,
  ]);
}
