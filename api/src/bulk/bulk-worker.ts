/**
 * Works bulk jobs off, a page of tickets of each in turn, behind everything that somebody waits for. Each ticket's
 * event and its mark are one transaction: after a crash the job goes on with the tickets that are not marked.
 */
import type { Database } from "../database/database.ts";
import type { BulkJobRow } from "../database/entities/bulk.ts";
import { AppError } from "../errors.ts";
import { isRefusal } from "../runtime/batch.ts";
import type { Actor } from "../runtime/command.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type BulkAction, type ForTicket, toEvent } from "./bulk-action.ts";
import {
  listItems,
  markDone,
  markFailed,
  markFinished,
  releaseBulkJobs,
  takeBulkJobs,
} from "./bulk-store.ts";
import { deal } from "./deal.ts";
import { readGiven } from "./given.ts";

/** Tickets of a job that are under way at once. */
const pageSize = 100;
/** After a failure that is nobody's fault (a full disk): how long until the next try. */
const retryMs = 1_000;
const lookMs = 5_000;

export interface BulkOptions {
  readonly database: Database;
  readonly runtime: Pick<Runtime, "submit" | "definitions" | "load" | "clock">;
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
  readonly ticket: string;
  readonly code: string;
}

const codeOf = (error: unknown): string => (error as { code?: unknown }).code?.toString() ?? "unknown";

/** Worth another try: the disk or the database was at fault. */
const isPassing = (error: unknown): boolean => error instanceof AppError && error.category === "operational";

/** Creates the worker; nothing happens before the first `poke`. */
export function createBulkWorker({ database, runtime, onError }: BulkOptions): BulkWorker {
  const { reader, writer } = database;
  let stopped = false;
  let poked = false;
  /** The jobs of the last look: on a shared database they are left to this process for a while. */
  let mine: readonly string[] = [];
  let running: Promise<void> | null = null;
  let pause: NodeJS.Timeout | null = null;

  /** Who gets each ticket of the page. */
  async function dealPage(agents: readonly string[], tickets: readonly string[]) {
    const { current } = runtime.definitions;
    const marks = tickets.map(() => "?").join(",");
    const rows = await reader.query<{ id: string; channel: string }[]>(
      `SELECT id, channel FROM tickets WHERE id IN (${marks})`,
      [...tickets],
    );
    const channels = new Map(rows.map(({ id, channel }) => [id, channel]));
    const players = agents.flatMap((id) => {
      const agent = current.agent(id);
      return agent ? [{ id, capacity: agent.capacity, row: runtime.load.agent(id) }] : [];
    });
    const kinds = tickets.map((id) => current.capacityKind(channels.get(id) ?? ""));
    const policy = current.routing(current.defaultRouting ?? "", runtime.clock.now());
    const dealt = deal(players, kinds, policy?.countsAsLoad ?? ["new", "open"]);
    return new Map(tickets.map((id, at): [string, ForTicket] => [id, { agent: dealt[at] ?? "" }]));
  }

  async function prepare(
    action: BulkAction,
    tickets: readonly string[],
  ): Promise<ReadonlyMap<string, ForTicket>> {
    if (action.type === "assign" && "agents" in action) return dealPage(action.agents, tickets);
    if (action.type !== "reclassify") return new Map();
    const given = await readGiven(reader, tickets);
    return new Map([...given].map(([id, one]) => [id, { given: one }]));
  }

  /** Does it to one ticket; a refusal is the answer for this ticket, anything else is thrown. */
  async function doOne(job: BulkJobRow, ticket: string, more: ForTicket): Promise<Failure | null> {
    try {
      await runtime.submit({
        ticket,
        body: toEvent(JSON.parse(job.action) as BulkAction, more),
        actor: JSON.parse(job.actor) as Actor,
        background: true,
        alongside: (transaction) => markDone(transaction, job.id, ticket),
      });
      return null;
    } catch (error) {
      if (isPassing(error)) throw error;
      if (!isRefusal(error)) onError(error, job.id);
      return { ticket, code: codeOf(error) };
    }
  }

  /** One page of a job; false when there was none left. */
  async function doPage(job: BulkJobRow): Promise<boolean> {
    const tickets = (await listItems(reader, job.id, "pending", pageSize)).map(({ ticket_id }) => ticket_id);
    if (tickets.length === 0) {
      await writer.run((transaction) => markFinished(transaction, job.id, runtime.clock.now()));
      return false;
    }
    const prepared = await prepare(JSON.parse(job.action) as BulkAction, tickets);
    const ends = await Promise.allSettled(tickets.map((id) => doOne(job, id, prepared.get(id) ?? {})));
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
