/** A bulk job as the API answers it. */
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { BulkJobRow } from "../database/entities/bulk.ts";
import type { BulkAction } from "./bulk-action.ts";
import { countItems, listItems } from "./bulk-store.ts";

/** Most failures that are named; all are counted. */
const failuresShown = 50;

/** How far it is. `done + failed + cancelled` is `total` once it has ended. */
export async function bulkView(db: Queryable, job: BulkJobRow) {
  const { done, failed, cancelled } = await countItems(db, job.id);
  const failures = failed === 0 ? [] : await listItems(db, job.id, "failed", failuresShown);
  return {
    id: job.id,
    do: JSON.parse(job.action) as BulkAction,
    total: Number(job.total),
    done,
    failed,
    cancelled,
    status: job.status,
    startedBy: job.started_by,
    createdAt: toIso(Number(job.created_at)),
    finishedAt: toIso(job.finished_at === null ? null : Number(job.finished_at)),
    failures: failures.map(({ ticket_id, code }) => ({ ticketId: ticket_id, code })),
  };
}
