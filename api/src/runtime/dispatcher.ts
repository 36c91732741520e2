/**
 * The dispatcher: gathers waiting commands into micro-batches, one transaction each, in order of arrival.
 * One batch runs at a time, so events of one ticket are serial and the routing aggregate has one writer.
 * Who is in a batch is said in `command-queues.ts`.
 */
import { FactsNeeded, type LoadChanges, type LoadState } from "@sluice/engine";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { AppError } from "../errors.ts";
import type { FactFetcher } from "../plugins/fact-fetcher.ts";
import type { SurveyLinks } from "../surveys/survey-links.ts";
import { newsOf } from "./announce.ts";
import { type BatchContext, runBatch, type Verdict, writeAlongside } from "./batch.ts";
import type { TicketCommand, Waiting } from "./command.ts";
import { createCommandQueues } from "./command-queues.ts";
import type { CommittedEvent } from "./committed.ts";
import { createFactWait } from "./fact-wait.ts";
import { flush } from "./flush.ts";
import type { Follower } from "./follower.ts";
import { createForesight, type Foresight, noForesight } from "./foresight.ts";
import type { LiveDefinitions } from "./live-definitions.ts";
import { toLoadRows } from "./load-rows.ts";
import { UnitOfWork } from "./unit-of-work.ts";

export interface DispatcherOptions {
  readonly database: Database;
  readonly definitions: Pick<LiveDefinitions, "current" | "ensure">;
  readonly load: LoadState;
  readonly clock: Clock;
  readonly follower: Pick<Follower, "record">;
  /** Where plugin facts come from that a decision needs. */
  readonly facts: FactFetcher;
  /** True for channels whose plugin delivers what the house writes. */
  readonly sends: (channel: string) => boolean;
  readonly surveyLinks: SurveyLinks;
  /** Called after each commit, never before. */
  readonly onCommitted: (committed: CommittedBatch) => void;
}

/** What a commit changed, for events, jobs and timers. */
export interface CommittedBatch {
  readonly results: readonly { readonly command: TicketCommand; readonly result: CommittedEvent }[];
  readonly newJobs: boolean;
  readonly earliestTimer: number | null;
  /** Agents whose load changed: somebody may be able to take a waiting ticket. */
  readonly agents: readonly string[];
  readonly incidents: readonly string[];
  readonly notified: readonly {
    readonly agent: string;
    readonly ticket: string | null;
    readonly reason: string;
  }[];
}

export interface Dispatcher {
  /** Resolves once the event is committed; rejects when it was refused or could not be written. */
  submit(command: TicketCommand): Promise<CommittedEvent>;
  /** Runs `work` between two batches with the routing aggregate in a transaction of its own. */
  exclusive<T>(work: (load: LoadState, manager: Transaction) => Promise<T>): Promise<T>;
  /** Commands that wait. */
  readonly depth: number;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
}

type Exclusive = () => Promise<void>;

/** How a batch's transaction ended. */
type Written =
  | { readonly verdicts: readonly Verdict[]; readonly batch: CommittedBatch }
  | { readonly error: unknown };

/** The disk or the database is at fault, not one of the commands: trying each alone would only take longer. */
const isOperational = (error: unknown): boolean =>
  error instanceof AppError && error.category === "operational";

function toCommitted(verdicts: readonly Verdict[], work: UnitOfWork, changes: LoadChanges): CommittedBatch {
  const dues = [...work.timers.values()].flatMap((timer) => (timer ? [timer.due_at] : []));
  return {
    results: verdicts.flatMap((verdict) =>
      "result" in verdict ? [{ command: verdict.waiting.command, result: verdict.result }] : [],
    ),
    newJobs: work.jobs.length > 0,
    earliestTimer: dues.length === 0 ? null : Math.min(...dues),
    agents: changes.agents.map(({ id }) => id),
    incidents: work.incidents.map(({ id }) => id),
    notified: work.notifications.map(({ agent_id, ticket_id, reason }) => ({
      agent: agent_id,
      ticket: ticket_id,
      reason,
    })),
  };
}

/** Creates the dispatcher; it owns the load state from now on. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { database, definitions, load, clock, follower } = options;
  const queues = createCommandQueues();
  const exclusives: Exclusive[] = [];
  let pump: Promise<void> | null = null;

  const factWait = createFactWait(options.facts, (waiting) => {
    queues.addFirst(waiting);
    start();
  });

  const foresee = createForesight({
    database,
    context: () => ({
      definitions: definitions.current,
      load,
      now: clock.now(),
      sends: options.sends,
      surveyLinks: options.surveyLinks,
    }),
  });

  const pending = (): boolean => queues.length + exclusives.length > 0;

  /** Lets everything that arrives in this turn of the event loop join the batch. */
  const gather = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function run(): Promise<void> {
    while (pending()) {
      await gather();
      for (let next = exclusives.shift(); next; next = exclusives.shift()) await next();
      const batch = queues.next();
      if (batch.length > 0) await commitBatch(batch, await foresee.look(batch));
    }
  }

  function start(): void {
    pump ??= run().finally(() => {
      pump = null;
      if (pending()) start();
    });
  }

  async function commitBatch(batch: readonly Waiting[], foresight = noForesight): Promise<void> {
    const written = await write(batch, foresight);
    if ("error" in written) return failed(batch, written.error);
    settle(written.verdicts);
    options.onCommitted(written.batch);
  }

  async function write(batch: readonly Waiting[], foresight: Foresight): Promise<Written> {
    try {
      return await inTransaction(async (manager) => {
        const work = new UnitOfWork();
        const context: BatchContext = {
          manager,
          definitions,
          load,
          work,
          now: clock.now(),
          sends: options.sends,
          surveyLinks: options.surveyLinks,
          foresight,
        };
        const verdicts = await runBatch(context, batch);
        const changes = load.changes();
        await flush(manager, work, toLoadRows(changes), context.now);
        await writeAlongside(manager, verdicts);
        const committed = toCommitted(verdicts, work, changes);
        const followed = await follower.record(manager, changes, () => newsOf(committed));
        return { answer: { verdicts, batch: committed }, followed };
      });
    } catch (error) {
      return { error };
    }
  }

  /** Memory changes with the database or not at all; what the database gives up and tries again begins anew here too. */
  async function inTransaction<T>(
    work: (manager: Transaction) => Promise<{ readonly answer: T; readonly followed: () => void }>,
  ): Promise<T> {
    let open = false;
    const undo = () => {
      if (open) load.rollback();
      open = false;
    };
    try {
      const { answer, followed } = await database.writer.run(async (manager) => {
        load.begin();
        open = true;
        return work(manager).catch((error: unknown) => {
          undo();
          throw error;
        });
      });
      load.commit();
      followed();
      return answer;
    } catch (error) {
      undo();
      throw error;
    }
  }

  /** What cannot be written spoils the whole transaction: each then has one of its own, so that only the bad one fails. */
  async function failed(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || isOperational(error)) for (const waiting of batch) waiting.reject(error);
    else for (const waiting of batch) await commitBatch([waiting]);
  }

  function settle(verdicts: readonly Verdict[]): void {
    for (const verdict of verdicts) {
      if ("result" in verdict) verdict.waiting.resolve(verdict.result);
      else if ("held" in verdict) factWait.hold(verdict.waiting);
      else if (verdict.error instanceof FactsNeeded) factWait.park(verdict.waiting, verdict.error);
      else verdict.waiting.reject(verdict.error);
    }
  }

  const runExclusive = <T>(job: (load: LoadState, manager: Transaction) => Promise<T>): Promise<T> =>
    inTransaction(async (manager) => {
      const answer = await job(load, manager);
      const changes = load.changes();
      await flush(manager, new UnitOfWork(), toLoadRows(changes), clock.now());
      return { answer, followed: await follower.record(manager, changes, () => []) };
    });

  return {
    get depth() {
      return queues.length;
    },
    submit: (command) =>
      new Promise((resolve, reject) => {
        const waiting = { command, resolve, reject };
        if (factWait.isHeld(command.ticket)) return factWait.hold(waiting);
        queues.add(waiting);
        start();
      }),
    exclusive: (job) =>
      new Promise((resolve, reject) => {
        exclusives.push(() => runExclusive(job).then(resolve, reject));
        start();
      }),
    async idle() {
      do {
        while (pump) await pump;
        await factWait.idle();
      } while (pump);
    },
  };
}
