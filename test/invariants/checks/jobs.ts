/** jobs: a token that waits for one has it, still to be done; an ended one told its ticket exactly once per try. */
import type { Check } from "../check.ts";
import { activeRuns, type Stored, type StoredJob } from "../stored.ts";

const isOpen = ({ status }: StoredJob): boolean => status === "pending" || status === "running";

/** Job id → ticket whose token waits for it. */
function awaited(stored: Stored): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { ticket, run } of activeRuns(stored))
    for (const { wait } of run.tokens) if (wait?.type === "job") found.set(wait.job, ticket.id);
  return found;
}

function* lost(stored: Stored, waiting: ReadonlyMap<string, string>): Generator<string> {
  for (const [id, ticket] of waiting) {
    const job = stored.jobs.get(id);
    if (!job) yield `job ${id}: ticket ${ticket} waits for it, but it does not exist`;
    else if (!isOpen(job)) yield `job ${id}: ${job.status}, but ticket ${ticket} still waits for it`;
    else if (job.ticket_id !== ticket)
      yield `job ${id}: belongs to ${job.ticket_id}, but ${ticket} waits for it`;
  }
}

/** How often each job's result came back. */
function results(stored: Stored): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { data } of stored.events)
    if (data.type === "job.finished") counts.set(data.job, (counts.get(data.job) ?? 0) + 1);
  return counts;
}

/** A retried incident runs its job anew under the same id. */
function retries(stored: Stored): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { job_id, status } of stored.incidents.values())
    if (job_id !== null && status === "retried") counts.set(job_id, (counts.get(job_id) ?? 0) + 1);
  return counts;
}

function* ended(stored: Stored): Generator<string> {
  const told = results(stored);
  const retried = retries(stored);
  for (const id of told.keys())
    if (!stored.jobs.has(id)) yield `job ${id}: its result is told, but it does not exist`;
  for (const job of stored.jobs.values()) {
    const times = told.get(job.id) ?? 0;
    const again = retried.get(job.id) ?? 0;
    const isOver = job.status === "done" || job.status === "dead";
    if (isOver && times !== again + 1)
      yield `job ${job.id}: ${job.status} after ${again} retries, told ${times} times`;
    if (!isOver && times > again) yield `job ${job.id}: ${job.status}, but its result is told already`;
    if (isOver && (job.attempts < 1 || job.finished_at === null))
      yield `job ${job.id}: ${job.status} without having run`;
  }
}

export const jobsCheck: Check = {
  name: "jobs",
  *run(stored, { quiet }) {
    const waiting = awaited(stored);
    yield* lost(stored, waiting);
    yield* ended(stored);
    for (const job of stored.jobs.values()) {
      if (job.run_id !== null && !stored.runs.has(job.run_id))
        yield `job ${job.id}: its run ${job.run_id} does not exist`;
      if (isOpen(job) && !waiting.has(job.id)) yield `job ${job.id}: ${job.status}, but nobody waits for it`;
      if (quiet && isOpen(job)) yield `job ${job.id}: still ${job.status}`;
    }
  },
};
