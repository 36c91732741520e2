/**
 * Timers: rows that say when a ticket has something due. Due ones are taken in bounded batches, in due order;
 * the transaction that handles one also moves or deletes its row. After downtime they catch up and say how late;
 * a campaign's edge then goes before everything that was due behind it: no ticket is told that it broke a promise
 * which the campaign had loosened in time.
 */
import { type Clock, isManualClock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { isRefusal } from "./batch.ts";
import { campaignTimer } from "./campaign-edges.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { type DueTimer, nextTimerDue, releaseTimers, takeDueTimers } from "./timer-rows.ts";

/** Most timers in flight, some batches of them: the rest wait in their table, not in memory. */
const maxInFlight = 1_000;
/** Longest sleep: the next due may be known wrongly after a clock change. */
const maxSleepMs = 1_000;
/** What is later than this was due while nothing ran. */
const downtimeMs = 60_000;

/** Handles due timers of one other kind (campaign edges); deletes or moves the row itself. */
export type TimerHandler = (timer: {
  readonly key: string;
  readonly dueAt: number;
  readonly payload: string;
}) => Promise<void>;

export interface TimerOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly handlers: Readonly<Record<string, TimerHandler>>;
  readonly onError: (error: unknown, timer: string) => void;
  /** Resolves when what the last instant caused (jobs, assignments) is done: a moved clock waits for it. */
  readonly settled: () => Promise<void>;
  readonly onFired?: (lateMs: number) => void;
  /** True while an operator holds the whole engine. */
  readonly isPaused: () => boolean;
}

export interface Timers {
  start(): void;
  /** Handles everything due by the clock's now; answers how many. */
  catchUp(): Promise<number>;
  /** A manual clock goes from due to due up to `target`, so that everything happens at its own instant. */
  travelTo(target: number): Promise<number>;
  /** Told after commits: something may be due earlier than what is slept for. */
  poke(dueAt: number): void;
  stop(): Promise<void>;
}

/** Creates the loop; nothing fires before `start` or `catchUp`. */
export function createTimers(options: TimerOptions): Timers {
  const { database, dispatcher, clock } = options;
  let sleeping: NodeJS.Timeout | null = null;
  /** The look at the timers that is under way; it reads the database, which is closed after the stop. */
  let ticking: Promise<void> = Promise.resolve();
  let wakeAt = Number.POSITIVE_INFINITY;
  let stopped = false;
  let running: Promise<number> | null = null;
  /** Timers whose handling failed are left alone until this instant of the machine's clock. */
  const postponed = new Map<string, number>();

  const dueRows = async (now: number): Promise<readonly DueTimer[]> =>
    options.isPaused() ? [] : takeDueTimers(database, now, maxInFlight + postponed.size);

  async function fire(row: DueTimer): Promise<void> {
    options.onFired?.(Math.max(0, clock.now() - Number(row.due_at)));
    try {
      if (row.kind === "ticket" && row.ticket_id !== null)
        await dispatcher.submit({
          ticket: row.ticket_id,
          body: { type: "timer" },
          actor: { type: "system" },
          background: true,
        });
      else
        await options.handlers[row.kind]?.({ key: row.key, dueAt: Number(row.due_at), payload: row.payload });
      postponed.delete(row.key);
    } catch (error) {
      postponed.set(row.key, Date.now() + (isRefusal(error) ? 60_000 : 5_000));
      options.onError(error, row.key);
      await releaseTimers(database, [row.key]).catch((failure: unknown) => options.onError(failure, row.key));
    }
  }

  /** A timer that is still due at the same instant after it was handled would be handled for ever. */
  function refuseRepeats(rows: readonly DueTimer[], seen: Map<string, number>): readonly DueTimer[] {
    return rows.filter(({ key, due_at }) => {
      const again = seen.get(key) === Number(due_at);
      seen.set(key, Number(due_at));
      if (!again) return true;
      postponed.set(key, Date.now() + 60_000);
      options.onError(new Error("the timer is still due after it was handled"), key);
      return false;
    });
  }

  /** The rows in groups that are handled one after the other: a late edge of a campaign is one of its own. */
  function groupsOf(rows: readonly DueTimer[]): readonly (readonly DueTimer[])[] {
    const late = clock.now() - downtimeMs;
    const groups: DueTimer[][] = [[]];
    for (const row of rows) {
      if (row.kind === campaignTimer && Number(row.due_at) < late) groups.push([row], []);
      else groups.at(-1)?.push(row);
    }
    return groups;
  }

  async function drain(): Promise<number> {
    let handled = 0;
    const seen = new Map<string, number>();
    for (;;) {
      const rows = (await dueRows(clock.now()))
        .filter(({ key }) => (postponed.get(key) ?? 0) <= Date.now())
        .slice(0, maxInFlight);
      if (stopped)
        await releaseTimers(
          database,
          rows.map(({ key }) => key),
        );
      if (rows.length === 0 || stopped) return handled;
      const fresh = refuseRepeats(rows, seen);
      for (const group of groupsOf(fresh)) await Promise.all(group.map(fire));
      handled += fresh.length;
    }
  }

  async function catchUp(): Promise<number> {
    while (running) await running;
    running = drain().finally(() => {
      running = null;
    });
    return running;
  }

  /** Where a moved clock stops on its way: the next timer, or the next attempt of a job. */
  async function nextStop(): Promise<number | null> {
    const [job] = await database.reader.query<{ run_at: number | null }[]>(
      "SELECT MIN(run_at) AS run_at FROM jobs WHERE status = 'pending'",
    );
    const stops = [await nextTimerDue(database), job?.run_at ?? null].flatMap((at) =>
      at === null ? [] : [Number(at)],
    );
    return stops.length === 0 ? null : Math.min(...stops);
  }

  function sleepUntil(at: number): void {
    if (stopped || at >= wakeAt) return;
    if (sleeping) clearTimeout(sleeping);
    wakeAt = at;
    sleeping = setTimeout(wake, Math.min(maxSleepMs, Math.max(0, at - clock.now())));
    sleeping.unref();
  }

  function wake(): void {
    ticking = tick();
  }

  async function tick(): Promise<void> {
    sleeping = null;
    wakeAt = Number.POSITIVE_INFINITY;
    try {
      await catchUp();
      if (stopped) return;
      const next = await nextTimerDue(database);
      sleepUntil(Math.min(next ?? Number.POSITIVE_INFINITY, clock.now() + maxSleepMs));
    } catch (error) {
      options.onError(error, "timers");
      sleepUntil(clock.now() + maxSleepMs);
    }
  }

  return {
    start: () => {
      if (!isManualClock(clock)) wake();
    },
    catchUp,
    async travelTo(target) {
      if (!isManualClock(clock)) throw new Error("only a manual clock can travel");
      let handled = await catchUp();
      await options.settled();
      for (let stop = await nextStop(); stop !== null && stop <= target; stop = await nextStop()) {
        if (stop <= clock.now()) break;
        clock.set(stop);
        handled += await catchUp();
        await options.settled();
      }
      clock.set(target);
      return handled + (await catchUp());
    },
    poke: (dueAt) => {
      if (!isManualClock(clock)) sleepUntil(dueAt);
    },
    async stop() {
      stopped = true;
      if (sleeping) clearTimeout(sleeping);
      await ticking;
      if (running) await running;
    },
  };
}
