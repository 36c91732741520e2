/**
 * Jobs: the outbox of effects, executed at least once under their idempotency key.
 * A job is marked `running` before it runs; what a crash left running is pending again (`job-rows.ts`).
 * Its result goes back to the ticket as an event whose transaction also ends the job's row.
 */
import { durationMs } from "@sluice/plugin-sdk";
import type { Json } from "@sluice/schemas";
import { raiseReplyIncident, toOutbound } from "../channels/outbound.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { JobRow } from "../database/entities/work.ts";
import { renewEveryMs } from "../database/leases.ts";
import type { Pause } from "../operations/pauses.ts";
import type { ActionResult, PluginHost } from "../plugin-host/plugin-host.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { Follower, News } from "./follower.ts";
import { createJobJournal } from "./job-journal.ts";
import { claimJobs, renewLeases, takeBackOwn } from "./job-rows.ts";

/** Jobs that run at once; each action has its own, smaller limit in the plugin host. */
const maxRunning = 32;
const pollMs = 500;

interface JobInput {
  readonly input: Json;
  readonly timeout: string;
  readonly retry: {
    readonly backoff: "fixed" | "exponential";
    readonly initial: string;
    readonly max: string;
  };
}

export interface JobsOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly plugins: Pick<PluginHost, "run">;
  readonly clock: Clock;
  readonly follower: Pick<Follower, "record">;
  /** Tells the pages of this process what jobs say. */
  readonly onNews: (news: readonly News[]) => void;
  /** What operators have paused. */
  readonly paused: () => readonly Pause[];
  readonly onError: (error: unknown, job: string) => void;
  /** Told of incidents that no ticket event raised. */
  readonly onIncident?: ((id: string) => void) | undefined;
}

export interface Jobs {
  /** Takes back what a crash left running, then begins. */
  start(): Promise<void>;
  /** Told after commits: there may be something to do. */
  poke(): void;
  /** Resolves when nothing due is pending or running: for tests and for a moved clock. */
  idle(): Promise<void>;
  /** Starts nothing new and waits for what runs. */
  stop(): Promise<void>;
}

/**
 * How long to wait before attempt `attempt + 1`: exponential (or fixed), at most `max`, with ±20 % jitter,
 * so that jobs which failed together do not come back together.
 */
export function backoffMs(retry: JobInput["retry"], attempt: number, random: () => number): number {
  const initial = durationMs(retry.initial);
  const grown = retry.backoff === "fixed" ? initial : initial * 2 ** (attempt - 1);
  return Math.round(Math.min(grown, durationMs(retry.max)) * (0.8 + 0.4 * random()));
}

const toError = ({ code, message, details }: ActionResult & { ok: false }) => ({
  code,
  message,
  ...(details === undefined ? {} : { details: details as Json }),
});

/** Creates the worker; nothing runs before `start`. */
export function createJobs(options: JobsOptions): Jobs {
  const { database, dispatcher, plugins, clock, follower, onNews } = options;
  const journal = createJobJournal({
    ...{ database, clock, follower, onNews },
    onError: (error) => options.onError(error, "job reports"),
  });
  const running = new Map<string, Promise<void>>();
  const stranded = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let renewal: NodeJS.Timeout | null = null;
  let claiming: Promise<void> | null = null;
  let again = false;
  let started = false;

  /** What could not even be given back, as nothing could be written: tried again before anything new is taken. */
  async function giveBackStranded(): Promise<void> {
    for (const id of stranded) {
      await giveBack(id, clock.now());
      stranded.delete(id);
    }
  }

  async function claim(): Promise<readonly JobRow[]> {
    await giveBackStranded();
    const room = maxRunning - running.size;
    return room <= 0 ? [] : claimJobs(database, clock.now(), room, options.paused());
  }

  function renew(): void {
    renewLeases(database, [...running.keys()]).catch((error: unknown) => options.onError(error, "jobs"));
  }

  async function execute(job: JobRow): Promise<void> {
    const { input: stored, timeout, retry } = JSON.parse(job.input) as JobInput;
    const input = job.kind === "reply" ? await toOutbound(database.reader, stored as never) : stored;
    const attempt = Number(job.attempts) + 1;
    const report = journal.begin(job, attempt);
    const result = await plugins.run({
      action: job.action ?? "",
      version: job.version ?? "1",
      input,
      idempotencyKey: job.id,
      timeoutMs: durationMs(timeout),
      attempt,
      report,
    });
    if (!result.ok) report.failed(result);
    if (!result.ok && result.retryable && attempt < Number(job.max_attempts))
      await postpone(job, result, result.retryAfterMs ?? backoffMs(retry, attempt, Math.random));
    else if (job.kind === "reply") await finishReply(job, result);
    else await finish(job, result);
  }

  /** A transaction that ends a try: with it goes what the job has said, and pages are told. */
  async function telling<T>(job: JobRow, work: (manager: Transaction) => Promise<T>): Promise<T> {
    const news = journal.newsOf([job.id]);
    const [result, ...committed] = await database.writer.run(async (manager) => {
      const stored = journal.isDirty(job.id) ? await journal.write(manager, [job.id]) : () => undefined;
      const told = await follower.record(manager, null, () => news);
      return [await work(manager), stored, told] as const;
    });
    for (const done of committed) done();
    onNews(news);
    return result;
  }

  /** A message's delivery changes nothing of its ticket: its job ends by itself, with an incident when it failed. */
  async function finishReply(job: JobRow, result: ActionResult): Promise<void> {
    const now = clock.now();
    const incident = await telling(job, async (manager) => {
      const error = result.ok ? null : JSON.stringify(toError(result));
      await manager.query(
        "UPDATE jobs SET status = ?, finished_at = ?, result = ?, error = ? WHERE id = ? AND status = 'running'",
        [result.ok ? "done" : "dead", now, result.ok ? JSON.stringify(result.output) : null, error, job.id],
      );
      return result.ok ? null : raiseReplyIncident(manager, job, result, now);
    });
    if (incident !== null) options.onIncident?.(incident);
  }

  const postpone = (job: JobRow, result: ActionResult & { ok: false }, waitMs: number): Promise<void> =>
    telling(job, async (manager) => {
      await manager.query(
        "UPDATE jobs SET status = 'pending', run_at = ?, error = ? WHERE id = ? AND status = 'running'",
        [clock.now() + waitMs, JSON.stringify({ code: result.code, message: result.message }), job.id],
      );
    });

  async function finish(job: JobRow, result: ActionResult): Promise<void> {
    const error = result.ok ? null : toError(result);
    const output = result.ok ? (result.output as Json) : null;
    await dispatcher.submit({
      ticket: job.ticket_id,
      actor: { type: "system" },
      body: { type: "job.finished", job: job.id, ok: result.ok, ...(error ? { error } : { output }) },
      job: {
        id: job.id,
        status: result.ok ? "done" : "dead",
        result: result.ok ? JSON.stringify(output) : null,
        error: error ? JSON.stringify(error) : null,
      },
      ...(journal.isDirty(job.id)
        ? { alongside: async (transaction: Transaction) => void (await journal.write(transaction, [job.id])) }
        : {}),
    });
  }

  const giveBack = (id: string, at: number): Promise<void> =>
    database.writer.run(async (manager) => {
      await manager.query(
        "UPDATE jobs SET status = 'pending', run_at = ? WHERE id = ? AND status = 'running'",
        [at, id],
      );
    });

  /** A job that the server itself could not bring to an end is pending again; its key makes that safe. */
  async function guarded(job: JobRow): Promise<void> {
    try {
      await execute(job);
    } catch (error) {
      options.onError(error, job.id);
      await giveBack(job.id, clock.now() + 5_000).catch((failure: unknown) => {
        // With other processes its lease ends, and it is theirs then.
        if (!database.shared) stranded.add(job.id);
        options.onError(failure, job.id);
      });
    }
  }

  function launch(job: JobRow): void {
    const done = guarded(job).finally(() => {
      running.delete(job.id);
      journal.end(job.id);
      poke();
    });
    running.set(job.id, done);
  }

  async function take(): Promise<void> {
    do {
      again = false;
      for (const job of await claim()) launch(job);
    } while (again && started);
  }

  function poke(): void {
    again = true;
    if (!started || claiming) return;
    claiming = take()
      .catch((error: unknown) => options.onError(error, "jobs"))
      .finally(() => {
        claiming = null;
      });
  }

  return {
    async start() {
      await takeBackOwn(database);
      started = true;
      journal.start();
      timer = setInterval(poke, pollMs).unref();
      if (database.shared) renewal = setInterval(renew, renewEveryMs).unref();
      poke();
    },
    poke,
    async idle() {
      while (claiming || running.size > 0) {
        if (claiming) await claiming;
        await Promise.all(running.values());
      }
    },
    async stop() {
      started = false;
      if (timer) clearInterval(timer);
      if (renewal) clearInterval(renewal);
      if (claiming) await claiming;
      await Promise.all(running.values());
      await journal.stop();
    },
  };
}
