/**
 * Timers: how late they fire, and what is left of ingest meanwhile. In a house with many more of them pending, first a
 * thousand come due each second, then a herd all at once. Half of them are clocks and routing limits of open tickets,
 * half the seventh day of resolved ones.
 */
import Database from "better-sqlite3";
import { databaseOf, fillHouse, type Patterns, type Wanted } from "./fill-house.js";
import { percentile, tickets, timeBatch } from "./send-tickets.js";
import { type BenchServer, startBenchServer } from "./server.js";
import { type LoadFigures, metric, underLoad } from "./under-load.js";

const second = 1_000;
const day = 86_400_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

/** Resolved tickets whose seventh day comes in the next half day to week; the oldest first, as they were stored. */
export function* pendingTickets({ resolved }: Patterns, count: number): Generator<Wanted> {
  const now = Date.now();
  for (let at = 0; at < count; at += 1)
    yield { pattern: pick(resolved, at), due: Math.round(now + day / 2 + (6.4 * day * at) / count) };
}

/** Half open, half resolved; `dueOf` says when each is due. */
function* dueTickets(
  { open, resolved }: Patterns,
  count: number,
  dueOf: (at: number) => number,
): Generator<Wanted> {
  for (let at = 0; at < count; at += 1)
    yield { pattern: pick(at % 2 === 0 ? open : resolved, at >> 1), due: dueOf(at) };
}

/** How late each planned timer's transaction began, ms, in order. Throws when one has not fired. */
function latenessOf(file: string, planned: ReadonlyMap<string, number>): readonly number[] {
  const database = new Database(file, { readonly: true });
  const fired = database.prepare<[string, number], { at: number | null }>(
    "SELECT MIN(at) AS at FROM ticket_events WHERE ticket_id = ? AND type = 'timer' AND at >= ?",
  );
  const late = [...planned].map(([id, due]) => {
    const at = fired.get(id, due)?.at;
    if (at == null) throw new Error(`the timer of ${id} has not fired`);
    return at - due;
  });
  database.close();
  return late.sort((a, b) => a - b);
}

const firedBetween = (file: string, from: number, until: number): number => {
  const database = new Database(file, { readonly: true });
  const row = database
    .prepare<[number, number], { n: number }>(
      "SELECT COUNT(*) AS n FROM ticket_events WHERE type = 'timer' AND at >= ? AND at < ?",
    )
    .get(from, until);
  database.close();
  return row?.n ?? 0;
};

/** Start and rest of a server on the folder. */
export async function timeStart(folder: string) {
  const server = await startBenchServer({}, folder);
  try {
    await sleep(3 * second);
    const rss = await metric(server, "process_resident_memory_bytes");
    return { readyMs: server.readyMs, rssMb: Math.round(rss / 1024 ** 2) };
  } finally {
    await server.stop();
  }
}

/** Tickets per second into an empty house, under the same load and for as long as it is then compared with. */
export async function emptyHouse(seconds: number) {
  const server = await startBenchServer();
  try {
    await timeBatch(server, tickets(2_000, 1));
    return await underLoad(server, (elapsed) => elapsed >= seconds);
  } finally {
    await server.stop();
  }
}

export interface Steady {
  readonly perSecond: number;
  readonly seconds: number;
}

/** A house with many pending timers; `readyMs` is how long its server took to start. */
export interface LargeHouse {
  readonly folder: string;
  readonly patterns: Patterns;
  readonly readyMs: number;
}

/** The load before the timers, which the load during them is compared with, lasts at least so long. */
const leastBeforeMs = 5 * second;

/** When timers that are written from now on can be due: they are stored, the server has started and been under load. */
const firstDue = (count: number, readyMs: number): number =>
  Math.round(Date.now() + 6 * readyMs + count / 2 + 2 * leastBeforeMs);

/** Under load until just before `due`. */
async function loadBefore(server: BenchServer, due: number): Promise<LoadFigures> {
  if (Date.now() > due - leastBeforeMs)
    throw new Error("the machine is too busy: the timers came due before the load");
  const figures = await underLoad(server, () => Date.now() >= due - second);
  await sleep(due - Date.now());
  return figures;
}

/** `perSecond` timers come due each second while tickets stream in; also the load just before, in the same house. */
export async function steadyTimers(
  { folder, patterns, readyMs }: LargeHouse,
  { perSecond, seconds }: Steady,
) {
  const file = databaseOf(folder);
  const count = perSecond * seconds;
  const planned = new Map<string, number>();
  const first = firstDue(count, readyMs);
  const dueOf = (at: number) => Math.round(first + (at * second) / perSecond);
  fillHouse(file, dueTickets(patterns, count, dueOf), (id, due) => planned.set(id, due));
  const server = await startBenchServer({}, folder);
  try {
    await timeBatch(server, tickets(2_000, 2));
    const before = await loadBefore(server, first);
    const during = await underLoad(server, (elapsed) => elapsed >= seconds);
    await sleep(2 * second);
    await untilDrained(file, first + seconds * second);
    await server.stop();
    const late = latenessOf(file, planned);
    return {
      ...{ before, during, timers: count, fired: firedBetween(file, first, first + seconds * second) },
      p50: percentile(late, 0.5),
      p99: percentile(late, 0.99),
      max: late.at(-1) ?? 0,
    };
  } finally {
    await server.stop();
  }
}

/** Resolves when no timer is left that was due by then. */
async function untilDrained(file: string, due: number): Promise<void> {
  const database = new Database(file, { readonly: true });
  const left = database.prepare<[number], { due: number | null }>(
    "SELECT MIN(due_at) AS due FROM timers WHERE due_at <= ?",
  );
  while (left.get(due)?.due != null) await sleep(100);
  database.close();
}

/** All due at one moment while tickets stream in. */
export async function herd({ folder, patterns, readyMs }: LargeHouse, count: number) {
  const file = databaseOf(folder);
  const moment = firstDue(count, readyMs);
  const planned = new Map<string, number>();
  fillHouse(
    file,
    dueTickets(patterns, count, () => moment),
    (id, due) => planned.set(id, due),
  );
  const server = await startBenchServer({}, folder);
  const probe = new Database(file, { readonly: true });
  const next = probe.prepare<[], { due: number }>("SELECT due_at AS due FROM timers ORDER BY due_at LIMIT 1");
  try {
    await timeBatch(server, tickets(2_000, 3));
    const before = await loadBefore(server, moment);
    const during = await underLoad(server, () => (next.get()?.due ?? Number.POSITIVE_INFINITY) > moment);
    await server.stop();
    return { before, during, timers: count, drainSeconds: (latenessOf(file, planned).at(-1) ?? 0) / second };
  } finally {
    probe.close();
    await server.stop();
  }
}
