/** What jobs have said while they ran. */
import { upsertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { JobReportRow } from "../entities/work.ts";

const columns = ["job_id", "log", "dropped", "errors", "progress", "updated_at"] as const;

/** Those of the jobs that have said something. */
export async function readJobReports(db: Queryable, jobs: readonly string[]): Promise<JobReportRow[]> {
  if (jobs.length === 0) return [];
  const marks = jobs.map(() => "?").join(",");
  return db.query<JobReportRow[]>(`SELECT * FROM job_reports WHERE job_id IN (${marks})`, [...jobs]);
}

/** Stores each in the place of what its job had. */
export const saveJobReports = (tx: Transaction, rows: readonly JobReportRow[]): Promise<void> =>
  upsertRows(tx, "job_reports", columns, rows, ["job_id"]);
