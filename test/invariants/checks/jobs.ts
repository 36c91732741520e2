/** jobs: a token that waits for one has it, still to be done; an ended one told its ticket exactly once per try. */
import type { Check } from "../check.ts";
import { awaited, type Stored, type StoredJob } from "../stored.ts";

const isOpen = ({ status }: StoredJob): boolean => status === "pending" || status === "running";

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

/** What ends by telling its ticket: a message's delivery ends by itself. */
const tells = ({ kind }: StoredJob): boolean => kind !== "reply";

/** Jobs whose run is gone too went with it, when it was older than the house keeps. */
function* ended(stored: Stored): Generator<string> {
  const told = results(stored);
  const retried = retries(stored);
  for (const id of told.keys())
    if (!stored.jobs.has(id) && stored.runs.has(id.split(":", 1)[0] ?? ""))
      yield `job ${id}: its result is told, but it does not exist`;
  for (const job of stored.jobs.values()) {
    const times = told.get(job.id) ?? 0;
    const again = retried.get(job.id) ?? 0;
    const isOver = job.status === "done" || job.status === "dead";
    if (isOver && tells(job) && times !== again + 1)
      yield `job ${job.id}: ${job.status} after ${again} retries, told ${times} times`;
    if (!isOver && times > again) yield `job ${job.id}: ${job.status}, but its result is told already`;
    if (isOver && (job.attempts < 1 || job.finished_at === null))
      yield `job ${job.id}: ${job.status} without having run`;
  }
}

/** A job that went well went well once: its token has gone on. */
function* completed(stored: Stored): Generator<string> {
  const seen = new Set<unknown>();
  for (const { id, log } of stored.events)
    for (const { type, job } of log) {
      if (type !== "job.completed") continue;
      if (seen.has(job)) yield `job ${job}: completed again in event ${id}`;
      seen.add(job);
    }
}

/** A message that could not be sent is an incident; while that is open, nobody sends it again. */
function* deliveries(stored: Stored): Generator<string> {
  const incidents = new Set([...stored.incidents.values()].map(({ job_id }) => job_id));
  for (const job of stored.jobs.values())
    if (job.kind === "reply" && job.status === "dead" && !incidents.has(job.id))
      yield `job ${job.id}: dead, but there is no incident`;
}

/** Whom a job is for: somebody's ticket or run, which is there. */
function* owner(stored: Stored, job: StoredJob): Generator<string> {
  if (job.ticket_id === null || !stored.aggregates.has(job.ticket_id))
    yield `job ${job.id}: belongs to ${job.ticket_id}, which does not exist`;
  if (job.run_id === null ? tells(job) : !stored.runs.has(job.run_id))
    yield `job ${job.id}: its run ${job.run_id} does not exist`;
}

export const jobsCheck: Check = {
  name: "jobs",
  *run(stored, { quiet }) {
    const waiting = awaited(stored, (wait) => (wait.type === "job" ? wait.job : null));
    yield* lost(stored, waiting);
    yield* ended(stored);
    yield* completed(stored);
    yield* deliveries(stored);
    for (const job of stored.jobs.values()) {
      yield* owner(stored, job);
      if (isOpen(job) && tells(job) && !waiting.has(job.id))
        yield `job ${job.id}: ${job.status}, but nobody waits for it`;
      if (quiet && isOpen(job)) yield `job ${job.id}: still ${job.status}`;
    }
  },
};
