/**
 * Works bulk jobs off, a page of each in turn, behind everything that somebody waits for. What is done to an item and
 * its mark are one transaction: after a crash the job goes on with the items that are not marked.
 */
import type { Database } from "../database/database.ts";
import type { BulkJobRow, BulkSubject } from "../database/entities/bulk.ts";
import { AppError } from "../errors.ts";
import { isRefusal } from "../runtime/batch.ts";
import type { Actor } from "../runtime/command.ts";
import type { BulkHand, BulkRuntime, BulkWork, DoOne } from "./bulk-hand.ts";
import {
  listItems,
  markDone,
  markFailed,
  markFinished,
  releaseBulkJobs,
  takeBulkJobs,
} from "./bulk-store.ts";
import { createIncidentHand } from "./incident-hand.ts";
import { createRunHand } from "./run-hand.ts";
import { createTicketHand } from "./ticket-hand.ts";

/** Items of a job that are under way at once. */
const pageSize = 100;
/** After a failure that is nobody's fault (a full disk): how long until the next try. */
const retryMs = 1_000;
const lookMs = 5_000;

export interface BulkOptions {
  readonly database: Database;
  readonly runtime: BulkRuntime;
  readonly onError: (error: unknown, job: string) => void;
}

export interface BulkWorker {
  /** Goes on with what a stop or a crash left; called again whenever a job was added. */
  poke(): void;
  /** Resolves when no job has anything left to do. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Failure {
  readonly item: string;
  readonly code: string;
}

const codeOf = (error: unknown): string => (error as { code?: unknown }).code?.toString() ?? "unknown";

/** Worth another try: the disk or the database was at fault. */
const isPassing = (error: unknown): boolean => error instanceof AppError && error.category === "operational";

/** Creates the worker; nothing happens before the first `poke`. */
export function createBulkWorker({ database, runtime, onError }: BulkOptions): BulkWorker {
  const { reader, writer } = database;
  const hands: Readonly<Record<BulkSubject, BulkHand>> = {
    tickets: createTicketHand(database, runtime),
    incidents: createIncidentHand(database, runtime),
    runs: createRunHand(database, runtime),
  };
  let stopped = false;
  let poked = false;
  /** The jobs of the last look: on a shared database they are left to this process for a while. */
  let mine: readonly string[] = [];
  let running: Promise<void> | null = null;
  let pause: NodeJS.Timeout | null = null;

  /** Does it to one item; a refusal is the answer for this item, anything else is thrown. */
  async function tryOne(job: BulkJobRow, item: string, doOne: DoOne): Promise<Failure | null> {
    try {
      await doOne(item);
      return null;
    } catch (error) {
      if (isPassing(error)) throw error;
      if (!isRefusal(error)) onError(error, job.id);
      return { item, code: codeOf(error) };
    }
  }

  const toWork = (job: BulkJobRow): BulkWork => ({
    action: JSON.parse(job.action) as unknown,
    actor: JSON.parse(job.actor) as Actor,
    markDone: (transaction, item) => markDone(transaction, job.id, item),
  });

  /** One page of a job; false when there was none left. */
  async function doPage(job: BulkJobRow): Promise<boolean> {
    const items = (await listItems(reader, job.id, "pending", pageSize)).map(({ item_id }) => item_id);
    if (items.length === 0) {
      await writer.run((transaction) => markFinished(transaction, job.id, runtime.clock.now()));
      return false;
    }
    const doOne = await hands[job.subject ?? "tickets"](toWork(job), items);
    const ends = await Promise.allSettled(items.map((item) => tryOne(job, item, doOne)));
    const failures = ends.flatMap((end) => (end.status === "fulfilled" && end.value ? [end.value] : []));
    if (failures.length > 0) await writer.run((transaction) => markFailed(transaction, job.id, failures));
    const broken = ends.find((end) => end.status === "rejected");
    if (broken) throw broken.reason;
    return true;
  }

  async function work(): Promise<void> {
    while (!stopped) {
      poked = false;
      const jobs = await takeBulkJobs(database, mine);
      mine = jobs.map(({ id }) => id);
      for (const job of jobs) if (!stopped) await doPage(job);
      if (jobs.length === 0 && !poked) return;
    }
  }

  /** A job that cannot go on now waits; it is taken up again by itself. */
  function later(error: unknown): void {
    onError(error, "bulk");
    if (stopped) return;
    if (pause) clearTimeout(pause);
    pause = setTimeout(poke, retryMs);
    pause.unref();
  }

  function poke(): void {
    poked = true;
    if (stopped) return;
    running ??= work()
      .catch(later)
      .finally(() => {
        running = null;
        // Between the last look for jobs and here, a poke found the old run still standing.
        if (poked) poke();
      });
  }

  // A job that was begun elsewhere, by a process that has ended since, is taken up here.
  const looking = database.shared ? setInterval(poke, lookMs).unref() : null;

  return {
    poke,
    async idle() {
      while (running) await running;
    },
    async stop() {
      stopped = true;
      if (looking) clearInterval(looking);
      if (pause) clearTimeout(pause);
      while (running) await running;
      await releaseBulkJobs(database, mine).catch((error: unknown) => onError(error, "bulk"));
    },
  };
}
