/**
 * How jobs are taken and given back. With a database of its own a process finds what a crash left `running` at its
 * start. On a shared one each running job has a lease that its process renews; one that has passed is pending again.
 */
import type { Database } from "../database/database.ts";
import type { JobRow } from "../database/entities/work.ts";
import { inLease, leaseEnd, takeRows } from "../database/leases.ts";
import { notPaused, type Pause } from "../operations/pauses.ts";

const marksOf = (ids: readonly string[]): string => ids.map(() => "?").join(",");

/** What is due and not paused, the longest due first; the values are the instant, those of the pauses, and how many. */
const dueJobs = ({ sql }: Paused): string =>
  `SELECT * FROM jobs WHERE status = 'pending' AND run_at <= ?${sql} ORDER BY run_at LIMIT ?`;

/** See `notPaused`. */
type Paused = ReturnType<typeof notPaused>;

async function claimOwn(
  { reader, writer }: Database,
  now: number,
  room: number,
  paused: Paused,
): Promise<readonly JobRow[]> {
  const due = await reader.query<JobRow[]>(dueJobs(paused), [now, ...paused.values, room]);
  if (due.length === 0) return [];
  // What a power cut undoes here is a claim: the job is pending again, which its key makes safe.
  return writer.beside(async (manager) => {
    const ids = due.map(({ id }) => id);
    const stillPending = await manager.query<JobRow[]>(
      `SELECT * FROM jobs WHERE status = 'pending' AND id IN (${marksOf(ids)})`,
      ids,
    );
    await manager.query(
      `UPDATE jobs SET status = 'running', started_at = ?, attempts = attempts + 1 WHERE status = 'pending' AND id IN (${marksOf(ids)})`,
      [now, ...ids],
    );
    return stillPending;
  });
}

const claimShared = (
  { writer }: Database,
  now: number,
  room: number,
  paused: Paused,
): Promise<readonly JobRow[]> =>
  writer.beside((transaction) =>
    takeRows<JobRow>(transaction, {
      select: dueJobs(paused),
      values: [now, ...paused.values, room],
      update: `UPDATE jobs SET status = 'running', started_at = ?, attempts = attempts + 1, leased_until = ${leaseEnd} WHERE id`,
      updateValues: [now],
      keyOf: ({ id }) => id,
    }),
  );

/** Marks due jobs as running, at most `room`, so that a crash shows how far they got; answers them as they were. */
export const claimJobs = (
  database: Database,
  now: number,
  room: number,
  pauses: readonly Pause[],
): Promise<readonly JobRow[]> =>
  (database.shared ? claimShared : claimOwn)(database, now, room, notPaused(pauses));

/** Once, before the first claim: what the last process of this database left running. */
export async function takeBackOwn({ shared, writer }: Database): Promise<void> {
  if (!shared)
    await writer.run(async (manager) => {
      await manager.query("UPDATE jobs SET status = 'pending' WHERE status = 'running'");
    });
}

/** On a shared database, from time to time: keeps what runs here, and frees what a process that is gone left running. */
export async function renewLeases({ shared, writer }: Database, running: readonly string[]): Promise<void> {
  if (!shared) return;
  await writer.beside(async (transaction) => {
    if (running.length > 0)
      await transaction.query(
        `UPDATE jobs SET leased_until = ${leaseEnd} WHERE status = 'running' AND id IN (${marksOf(running)})`,
        [...running],
      );
    await transaction.query(
      `UPDATE jobs SET status = 'pending', leased_until = NULL WHERE status = 'running' AND ${inLease("NOT")}`,
    );
  });
}
