/** A bulk job as the API answers it. */
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { BulkItemRow, BulkJobRow } from "../database/entities/bulk.ts";
import { errorDefinitions, isErrorCode } from "../errors.ts";
import { countItems, listItems } from "./bulk-store.ts";

/** Most failures that are named; all are counted. */
const failuresShown = 50;

const reasonOf = (code: string): string => (isErrorCode(code) ? errorDefinitions[code].title : code);

/** One that could not be done, and why. A ticket is named as it always was. */
function toFailure({ subject }: BulkJobRow, { item_id, code }: Pick<BulkItemRow, "item_id" | "code">) {
  if (subject === null || subject === "tickets") return { ticketId: item_id, code };
  return { id: item_id, code, reason: reasonOf(code ?? "") };
}

/** How far it is. `done + failed + cancelled` is `total` once it has ended. */
export async function bulkView(db: Queryable, job: BulkJobRow) {
  const { done, failed, cancelled } = await countItems(db, job.id);
  const failures = failed === 0 ? [] : await listItems(db, job.id, "failed", failuresShown);
  return {
    id: job.id,
    do: JSON.parse(job.action) as unknown,
    total: Number(job.total),
    done,
    failed,
    cancelled,
    status: job.status,
    startedBy: job.started_by,
    createdAt: toIso(Number(job.created_at)),
    finishedAt: toIso(job.finished_at === null ? null : Number(job.finished_at)),
    failures: failures.map((item) => toFailure(job, item)),
  };
}
