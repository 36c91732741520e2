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
