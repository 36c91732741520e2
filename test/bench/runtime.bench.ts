/**
 * The runtime: durable steps beside DBOS on PostgreSQL, ingest beside both, a million pending timers, a herd of them,
 * and the start of a house of that size. `SLUICE_BENCH_FULL=1` takes the sizes of the goals; the defaults end within
 * some six minutes. The tickets of the large house are repeated ones (`fill-house.ts`); a small house made in the same way is
 * walked by the invariant checker first.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkInvariants } from "../invariants/check-invariants.js";
import { timeThreeSteps } from "./durable-runs.js";
import { databaseOf, fillHouse, furnishFolder } from "./fill-house.js";
import { bench as ingestBench } from "./ingest.bench.js";
import { startPostgres } from "./postgres.js";
import { temporaryFolder } from "./server.js";
import { emptyHouse, herd, pendingTickets, steadyTimers, timeStart } from "./timer-runs.js";

const full = process.env.SLUICE_BENCH_FULL === "1";
const size = (name: string, usual: number, whole: number): number =>
  Number(process.env[`SLUICE_BENCH_${name}`] ?? (full ? whole : usual));

const pending = size("TIMERS", 100_000, 1_000_000);
const herdSize = size("HERD", 20_000, 100_000);
const steady = { perSecond: size("STEADY_RATE", 1_000, 1_000), seconds: size("STEADY_SECONDS", 10, 20) };
/** `[runs, at once]` */
const runs = [
  [size("RUNS", 300, 1_000), 1],
  [size("RUNS_AT_ONCE", 1_600, 4_800), 16],
] as const;

/** Rates of DBOS for the same measurements, or why there are none. */
async function peerRates(): Promise<
  { readonly rates: readonly number[]; readonly what: string } | { readonly missing: string }
> {
  const postgres = await startPostgres();
  if ("missing" in postgres) return postgres;
  try {
    const program = fileURLToPath(new URL("./dbos-runs.js", import.meta.url));
    const measurements = runs.map((each) => each.join("@"));
    const { stdout, stderr } = spawnSync(process.execPath, [program, postgres.url, ...measurements], {
      encoding: "utf8",
    });
    const line = stdout.trim().split("\n").at(-1) ?? "";
    if (!line.startsWith("{")) throw new Error(`DBOS could not be measured: ${stderr}${stdout}`);
    return { rates: (JSON.parse(line) as { rates: number[] }).rates, what: postgres.what };
  } finally {
    await postgres.stop();
  }
}

const ratio = (a: number, b: number | undefined): number | null =>
  b ? Math.round((a / b) * 100) / 100 : null;

async function durable() {
  const ours = await timeThreeSteps(runs);
  const peer = await peerRates();
  if ("missing" in peer) console.warn(`DBOS is left out: ${peer.missing}`);
  const theirs = "missing" in peer ? [] : peer.rates;
  return { ours, theirs, peer: "missing" in peer ? null : `DBOS on ${peer.what}` };
}

/** A repeated ticket must be as sound as a real one. */
async function requireSound(): Promise<void> {
  const folder = temporaryFolder();
  try {
    const patterns = await furnishFolder(folder);
    fillHouse(databaseOf(folder), pendingTickets(patterns, 2_000));
    const now = Date.now();
    const open = patterns.open.map((pattern, at) => ({ pattern, due: now + at }));
    fillHouse(databaseOf(folder), [...open, ...open]);
    const violations = checkInvariants(databaseOf(folder));
    if (violations.length > 0)
      throw new Error(
        `${violations.length} violations in a filled house: ${violations.slice(0, 5).join("; ")}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timers() {
  await requireSound();
  const folder = temporaryFolder();
  try {
    const patterns = await furnishFolder(folder);
    fillHouse(databaseOf(folder), pendingTickets(patterns, pending));
    const start = await timeStart(folder);
    const empty = await emptyHouse(steady.seconds);
    const house = { folder, patterns, readyMs: start.readyMs };
    const steadily = await steadyTimers(house, steady);
    return { start, empty, steadily, atOnce: await herd(house, herdSize) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the bench. */
export async function bench() {
  const { ours, theirs, peer } = await durable();
  const ingest = await ingestBench();
  const { start, empty, steadily, atOnce } = await timers();
  const name = `${pending} pending timers`;
  const row = (what: string, value: number | null, unit: string, goal = "") => ({ what, value, unit, goal });
  return {
    rows: [
      row("3 durable steps (3 action jobs, each result committed), one at a time", ours[0] ?? 0, "runs/s"),
      row("… 16 at once", ours[1] ?? 0, "runs/s"),
      ...(peer === null
        ? []
        : [
            row(`${peer}: 3 durable steps, one at a time`, theirs[0] ?? 0, "runs/s"),
            row("… 16 at once", theirs[1] ?? 0, "runs/s"),
            row("our 16 at once ÷ theirs", ratio(ours[1] ?? 0, theirs[1]), "×"),
            row("ingest, NDJSON batch ÷ their 16 at once", ratio(ingest.batch, theirs[1]), "×", "≥ 10"),
          ]),
      row("ingest, NDJSON batch", ingest.batch, "tickets/s", "≥ 4000"),
      row("ingest, share of the raw inserts", ingest.shareOfRaw, "", "≥ 0.4"),
      row("single POSTs, 32 connections", ingest.single, "tickets/s", "≥ 1000"),
      row("… p99", ingest.singleP99Ms, "ms", "≤ 150"),
      row(`start with ${pending} tickets: ready`, start.readyMs, "ms", "≤ 5000"),
      row("… resident memory at rest", start.rssMb, "MB", "≤ 300"),
      row("ingest into an empty house, under the load of the next rows", empty.perSecond, "tickets/s"),
      row(`… with ${name}`, steadily.before.perSecond, "tickets/s"),
      row(`… while ${steady.perSecond} fire per second`, steadily.during.perSecond, "tickets/s"),
      row("… share of the empty house", ratio(steadily.during.perSecond, empty.perSecond), "", "≥ 0.8"),
      row("… lateness p50", steadily.p50, "ms"),
      row("… lateness p99", steadily.p99, "ms", "≤ 2000"),
      row("… lateness at most", steadily.max, "ms"),
      row(`${herdSize} due at once: drained after`, atOnce.drainSeconds, "s"),
      row("… ingest before", atOnce.before.perSecond, "tickets/s"),
      row("… ingest during", atOnce.during.perSecond, "tickets/s"),
      row("… share", ratio(atOnce.during.perSecond, atOnce.before.perSecond), "", "does not stop"),
      row("… p99 of a single POST before", atOnce.before.singleP99, "ms"),
      row("… p99 of a single POST during", atOnce.during.singleP99, "ms"),
    ],
    ...{ pending, herdSize, steady, runs, peer, ours, theirs, ingest, start, empty, steadily, atOnce },
  };
}
