/** Bulk jobs as rows: begun in one transaction, counted from their items, cancelled, forgotten. */
import { insertRows, type SqlValue } from "../database/bulk.ts";
import type { Database, Queryable, Transaction } from "../database/database.ts";
import type { BulkItemRow, BulkJobRow, BulkSubject } from "../database/entities/bulk.ts";
import { inLease, leaseEnd, takeRows } from "../database/leases.ts";
import { AppError } from "../errors.ts";
import type { SqlFilter } from "../tickets/ticket-filter.ts";

/** Most things of one job. */
export const maxBulkItems = 100_000;

/** How long a job that has ended can be looked up. */
const keepMs = 30 * 86_400_000;

const jobColumns = [
  "id",
  "subject",
  "action",
  "actor",
  "started_by",
  "status",
  "total",
  "created_at",
  "finished_at",
] as const;
const itemColumns = ["job_id", "position", "item_id", "status", "code"] as const;

/** Which of them: those named, or those that match. */
export type BulkSelection = { readonly ids: readonly string[] } | { readonly filters: readonly SqlFilter[] };

export type NewBulkJob = Pick<BulkJobRow, "id" | "action" | "actor" | "started_by" | "created_at"> & {
  readonly subject: BulkSubject;
};

async function addNamed(transaction: Transaction, job: string, ids: readonly string[]): Promise<number> {
  const rows = [...new Set(ids)].map((item_id, at) => ({
    job_id: job,
    position: at + 1,
    item_id,
    status: "pending" as const,
    code: null,
  }));
  await insertRows(transaction, "bulk_items", itemColumns, rows);
  return rows.length;
}

/** The most urgent tickets first: where room is short, they are served before the others. The rest by age. */
const orders: Readonly<Record<BulkSubject, string>> = {
  tickets: "priority, COALESCE(first_due, 9007199254740991), id",
  incidents: "created_at, id",
  runs: "started_at, id",
};

async function addMatching(
  transaction: Transaction,
  { id: job, subject }: NewBulkJob,
  filters: readonly SqlFilter[],
): Promise<number> {
  const where = filters.map(({ sql }) => sql).join(" AND ");
  const values: SqlValue[] = filters.flatMap((filter) => [...filter.values]);
  const [found] = await transaction.query<{ count: number }[]>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM ${subject} WHERE ${where} LIMIT ${maxBulkItems + 1}) AS found`,
    values,
  );
  const total = Number(found?.count ?? 0);
  if (total > maxBulkItems) throw new AppError("bulk.too-many", { values: { limit: maxBulkItems } });
  await transaction.query(
    `INSERT INTO bulk_items (job_id, position, item_id, status)
       SELECT ?, ROW_NUMBER() OVER (ORDER BY ${orders[subject]}), id, 'pending' FROM ${subject} WHERE ${where}`,
    [job, ...values],
  );
  return total;
}

/** Writes a job with what it is about. Throws `bulk.too-many`. */
export async function addBulkJob(
  transaction: Transaction,
  job: NewBulkJob,
  selection: BulkSelection,
): Promise<BulkJobRow> {
  const total =
    "ids" in selection
      ? await addNamed(transaction, job.id, selection.ids)
      : await addMatching(transaction, job, selection.filters);
  const row: BulkJobRow = { ...job, status: "running", total, finished_at: null };
  await insertRows(transaction, "bulk_jobs", jobColumns, [row]);
  await forget(transaction, job.created_at - keepMs);
  return row;
}

async function forget(transaction: Transaction, before: number): Promise<void> {
  const old = "status <> 'running' AND finished_at < ?";
  await transaction.query(`DELETE FROM bulk_items WHERE job_id IN (SELECT id FROM bulk_jobs WHERE ${old})`, [
    before,
  ]);
  await transaction.query(`DELETE FROM bulk_jobs WHERE ${old}`, [before]);
}

const ofSubject = "COALESCE(subject, 'tickets') = ?";

/** Newest first. */
export const listBulkJobs = (db: Queryable, subject: BulkSubject, limit: number): Promise<BulkJobRow[]> =>
  db.query<BulkJobRow[]>(`SELECT * FROM bulk_jobs WHERE ${ofSubject} ORDER BY id DESC LIMIT ?`, [
    subject,
    limit,
  ]);

const running = "SELECT * FROM bulk_jobs WHERE status = 'running'";

/**
 * Those that have something left to do, oldest first. On a shared database those that no other process works off:
 * they are this one's until the lease passes, so each page of work begins with asking again.
 */
export function takeBulkJobs(
  { shared, reader, writer }: Database,
  mine: readonly string[],
): Promise<readonly BulkJobRow[]> {
  if (!shared) return reader.query<BulkJobRow[]>(`${running} ORDER BY id`);
  const own = mine.length === 0 ? "" : ` OR id IN (${mine.map(() => "?").join(",")})`;
  return writer.beside((transaction) =>
    takeRows<BulkJobRow>(transaction, {
      select: `${running} AND (${inLease("NOT")}${own}) ORDER BY id`,
      values: mine,
      update: `UPDATE bulk_jobs SET leased_until = ${leaseEnd} WHERE id`,
      keyOf: ({ id }) => id,
    }),
  );
}

/** Lets other processes go on with what this one has not ended. */
export async function releaseBulkJobs({ shared, writer }: Database, mine: readonly string[]): Promise<void> {
  if (!shared || mine.length === 0) return;
  const marks = mine.map(() => "?").join(",");
  await writer.beside(async (transaction) => {
    await transaction.query(`UPDATE bulk_jobs SET leased_until = NULL WHERE id IN (${marks})`, [...mine]);
  });
}

/** Throws `resource.not-found`. */
export async function findBulkJob(db: Queryable, subject: BulkSubject, id: string): Promise<BulkJobRow> {
  const [row] = await db.query<BulkJobRow[]>(`SELECT * FROM bulk_jobs WHERE id = ? AND ${ofSubject}`, [
    id,
    subject,
  ]);
  if (row) return row;
  throw new AppError("resource.not-found", { values: { what: `bulk job ${id}` } });
}

/** How many of a job's items are where. */
export async function countItems(
  db: Queryable,
  job: string,
): Promise<Readonly<Record<BulkItemRow["status"], number>>> {
  const rows = await db.query<{ status: BulkItemRow["status"]; count: number }[]>(
    "SELECT status, COUNT(*) AS count FROM bulk_items WHERE job_id = ? GROUP BY status",
    [job],
  );
  const counts = { pending: 0, done: 0, failed: 0, cancelled: 0 };
  for (const { status, count } of rows) counts[status] = Number(count);
  return counts;
}

/** A job's items in one status, in order. */
export const listItems = (
  db: Queryable,
  job: string,
  status: BulkItemRow["status"],
  limit: number,
): Promise<Pick<BulkItemRow, "item_id" | "code">[]> =>
  db.query("SELECT item_id, code FROM bulk_items WHERE job_id = ? AND status = ? ORDER BY position LIMIT ?", [
    job,
    status,
    limit,
  ]);

/** In the transaction that does it, so that neither is there without the other. */
export async function markDone(transaction: Transaction, job: string, item: string): Promise<void> {
  await transaction.query(
    "UPDATE bulk_items SET status = 'done', code = NULL WHERE job_id = ? AND item_id = ?",
    [job, item],
  );
}

export async function markFailed(
  transaction: Transaction,
  job: string,
  failures: readonly { readonly item: string; readonly code: string }[],
): Promise<void> {
  for (const { item, code } of failures)
    await transaction.query(
      "UPDATE bulk_items SET status = 'failed', code = ? WHERE job_id = ? AND item_id = ?",
      [code, job, item],
    );
}

/** Ends a job that has nothing left to do; one that was cancelled stays so. */
export async function markFinished(transaction: Transaction, job: string, now: number): Promise<void> {
  await transaction.query(
    "UPDATE bulk_jobs SET status = 'done', finished_at = ? WHERE id = ? AND status = 'running'",
    [now, job],
  );
}

/** What has not happened yet does not happen; a job that has ended stays as it is. */
export async function cancelBulkJob(transaction: Transaction, job: string, now: number): Promise<void> {
  await transaction.query(
    "UPDATE bulk_jobs SET status = 'cancelled', finished_at = ? WHERE id = ? AND status = 'running'",
    [now, job],
  );
  await transaction.query(
    "UPDATE bulk_items SET status = 'cancelled' WHERE job_id = ? AND status = 'pending'",
    [job],
  );
}
