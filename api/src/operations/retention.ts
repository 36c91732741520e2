/**
 * Retention of ended runs: each night what has ended longer ago than the workspace keeps is removed, with what only it
 * needs: its jobs with their reports, its closed tasks and incidents, and the aggregate and log of a webhook's call. A
 * ticket's log, decisions, messages and surveys stay, and so does all of a run for which somebody or something is open.
 */
import { nextDue } from "@sluice/engine";
import { durationMs } from "@sluice/plugin-sdk";
import type { Settings } from "@sluice/schemas";
import { deleteRows } from "../database/bulk.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import { armTimers } from "../runtime/timer-rows.ts";
import type { TimerHandler } from "../runtime/timers.ts";

/** The kind of its timer row, of which there is one while a retention is set. */
export const retentionTimer = "retention";

const key = "retention:ended-runs";
/** By night on the workspace's wall. */
const nightly = "30 3 * * *";
/** Runs of one transaction; between two of them everybody else has their turn. */
const batchSize = 100;
const restMs = 200;

/** How far a night has come: after the last run that was looked at, then at the calls. */
type Progress = { readonly endedAt: number; readonly id: string } | "calls" | null;

interface Night {
  readonly zone: string;
  readonly after: Progress;
}

const rowOf = (dueAt: number, night: Night): TimerRow => ({
  ...{ key, kind: retentionTimer, ticket_id: null, due_at: dueAt, payload: JSON.stringify(night) },
});

const drop = (transaction: Transaction): Promise<void> => deleteRows(transaction, "timers", "key", [key]);

async function armNext(transaction: Transaction, zone: string, now: number): Promise<void> {
  const due = nextDue(nightly, zone, now);
  if (due !== null) await armTimers(transaction, [rowOf(due, { zone, after: null })]);
}

/** Arms the next night where runs are not kept for ever; one that is armed, or under way, stays. */
export async function armRetention(
  transaction: Transaction,
  { workspace: { retention, timezone } }: Pick<Settings, "workspace">,
  now: number,
): Promise<void> {
  if (retention?.endedRuns === undefined) return drop(transaction);
  const [armed] = await transaction.query<{ payload: string }[]>(
    `SELECT payload FROM timers WHERE "key" = ?`,
    [key],
  );
  if (armed && (JSON.parse(armed.payload) as Night).zone === timezone) return;
  await armNext(transaction, timezone, now);
}

interface EndedRun {
  readonly id: string;
  readonly ended_at: number;
}

const endedRuns = (transaction: Transaction, before: number, after: Progress): Promise<EndedRun[]> => {
  const { endedAt, id } = after === null || after === "calls" ? { endedAt: -1, id: "" } : after;
  return transaction.query(
    `SELECT id, ended_at FROM runs WHERE ended_at < ? AND status <> 'active'
       AND (ended_at > ? OR (ended_at = ? AND id > ?)) ORDER BY ended_at, id LIMIT ?`,
    [before, endedAt, endedAt, id, batchSize],
  );
};

interface FoundJob {
  readonly id: string;
  readonly run_id: string | null;
  readonly status: string;
}

/** A job's id is `run:node:visit`, so the jobs of a run lie together in the order of their ids. */
function jobsOf(transaction: Transaction, runs: readonly string[]): Promise<FoundJob[]> {
  const ranges = runs.map(() => "(id > ? AND id < ?)").join(" OR ");
  return transaction.query(
    `SELECT id, run_id, status FROM jobs WHERE ${ranges}`,
    runs.flatMap((id) => [`${id}:`, `${id};`]),
  );
}

async function runsWithOpen(
  transaction: Transaction,
  table: "tasks" | "incidents",
  runs: readonly string[],
): Promise<readonly string[]> {
  const marks = runs.map(() => "?").join(",");
  const rows = await transaction.query<{ run_id: string }[]>(
    `SELECT DISTINCT run_id FROM ${table} WHERE status = 'open' AND run_id IN (${marks})`,
    [...runs],
  );
  return rows.map(({ run_id }) => run_id);
}

/** Removes a batch of runs; answers how many, and after which one it goes on, `null` when there are no more. */
async function removeRuns(transaction: Transaction, before: number, after: Progress) {
  const found = await endedRuns(transaction, before, after);
  const last = found.length === batchSize ? found.at(-1) : undefined;
  const next = last ? { endedAt: Number(last.ended_at), id: last.id } : null;
  if (found.length === 0) return { removed: 0, next };
  const ids = found.map(({ id }) => id);
  const jobs = await jobsOf(transaction, ids);
  const held = new Set([
    ...jobs.flatMap(({ run_id, status }) => (status === "pending" || status === "running" ? [run_id] : [])),
    ...(await runsWithOpen(transaction, "tasks", ids)),
    ...(await runsWithOpen(transaction, "incidents", ids)),
  ]);
  const gone = ids.filter((id) => !held.has(id));
  const going = new Set(gone);
  const jobIds = jobs.flatMap(({ id, run_id }) => (run_id !== null && going.has(run_id) ? [id] : []));
  await deleteRows(transaction, "job_reports", "job_id", jobIds);
  await deleteRows(transaction, "jobs", "id", jobIds);
  await deleteRows(transaction, "tasks", "run_id", gone);
  await deleteRows(transaction, "incidents", "run_id", gone);
  await deleteRows(transaction, "runs", "id", gone);
  return { removed: gone.length, next };
}

/** Removes calls of webhooks of which no run is left; true when there may be more. A schedule's aggregate stays. */
async function removeCalls(transaction: Transaction, before: number): Promise<boolean> {
  const rows = await transaction.query<{ id: string }[]>(
    `SELECT id FROM ticketless WHERE updated_at < ? AND active = 0 AND id LIKE 'house:%:%:%'
       AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.ticket_id = ticketless.id)
       AND id NOT IN (SELECT ticket_id FROM incidents WHERE status = 'open' AND ticket_id IS NOT NULL)
     ORDER BY updated_at LIMIT ?`,
    [before, batchSize],
  );
  const ids = rows.map(({ id }) => id);
  await deleteRows(transaction, "ticket_events", "ticket_id", ids);
  await deleteRows(transaction, "notifications", "ticket_id", ids);
  await deleteRows(transaction, "ticketless", "id", ids);
  return ids.length === batchSize;
}

export interface RetentionOptions {
  readonly database: Database;
  readonly settings: () => Pick<Settings, "workspace">;
  readonly now: () => number;
  /** Told after each batch that removed some. */
  readonly onRemoved: (runs: number) => void;
}

/** Handles the due night, a batch each time: its timer comes back soon while there is more, else the next night. */
export function createRetentionHandler(options: RetentionOptions): TimerHandler {
  return async ({ payload }) => {
    const { retention, timezone } = options.settings().workspace;
    const keep = retention?.endedRuns;
    const removed = await options.database.writer.run(async (transaction): Promise<number> => {
      if (keep === undefined) return drop(transaction).then(() => 0);
      const { zone, after } = JSON.parse(payload) as Night;
      const now = options.now();
      const before = now - durationMs(keep);
      const runs = after === "calls" ? null : await removeRuns(transaction, before, after);
      const next = runs?.next ?? ((await removeCalls(transaction, before)) ? "calls" : null);
      if (next === null) await armNext(transaction, timezone, now);
      else await armTimers(transaction, [rowOf(now + restMs, { zone, after: next })]);
      return runs?.removed ?? 0;
    });
    if (removed > 0) options.onRemoved(removed);
  };
}
