/** bulk: a job has everything that it is about in its place, and nothing is left to do in one that has ended. */
import type { Check } from "../check.ts";
import type { Stored } from "../stored.ts";

interface JobRow {
  readonly id: string;
  readonly subject: string | null;
  readonly status: string;
  readonly total: number;
  readonly finished_at: number | null;
}

interface ItemRow {
  readonly job_id: string;
  readonly position: number;
  readonly item_id: string;
  readonly status: string;
  readonly code: string | null;
}

function* job({ id, status, total, finished_at }: JobRow, items: readonly ItemRow[]): Generator<string> {
  if (items.length !== total) yield `bulk job ${id}: has ${items.length} of ${total} items`;
  if (items.some(({ position }, index) => position !== index + 1))
    yield `bulk job ${id}: its items are not in the places from 1 to ${total}`;
  if ((status === "running") !== (finished_at === null))
    yield `bulk job ${id}: ${status}, ended at ${finished_at}`;
  const pending = items.filter((item) => item.status === "pending").length;
  if (status !== "running" && pending > 0) yield `bulk job ${id}: ${status} with ${pending} items left`;
  if (status === "done" && items.some((item) => item.status === "cancelled"))
    yield `bulk job ${id}: done, but some of its items were cancelled`;
}

/** Tickets stay; runs and incidents may be gone when they are not kept any longer. */
function* item(
  { tickets }: Stored,
  subject: string,
  { job_id, item_id, status, code }: ItemRow,
): Generator<string> {
  const name = `bulk job ${job_id}: ${item_id}`;
  if ((status === "failed") !== (code !== null)) yield `${name} is ${status} with the code ${code}`;
  if (subject === "tickets" && status === "done" && !tickets.has(item_id))
    yield `${name} is done, but does not exist`;
}

export const bulkCheck: Check = {
  name: "bulk",
  *run(stored, { quiet }) {
    const jobs = stored.database.prepare<[], JobRow>("SELECT * FROM bulk_jobs").all();
    const items = stored.database
      .prepare<[], ItemRow>("SELECT * FROM bulk_items ORDER BY job_id, position")
      .all();
    const byJob = new Map<string, ItemRow[]>();
    for (const row of items) byJob.set(row.job_id, [...(byJob.get(row.job_id) ?? []), row]);
    for (const row of jobs) {
      yield* job(row, byJob.get(row.id) ?? []);
      if (quiet && row.status === "running") yield `bulk job ${row.id}: still running`;
    }
    const subjects = new Map(jobs.map(({ id, subject }) => [id, subject ?? "tickets"]));
    for (const row of items) {
      const subject = subjects.get(row.job_id);
      if (subject === undefined) yield `bulk job ${row.job_id}: is about ${row.item_id}, but does not exist`;
      else yield* item(stored, subject, row);
    }
  },
};
