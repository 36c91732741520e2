/**
 * `kill -9` at random moments, round after round on one data folder, while tickets stream in and everything that can
 * be due is due. After each crash and each restart every acknowledged thing is there once and every invariant holds;
 * at the end, in the quiet, every timer has fired and every action has taken effect once.
 * `SLUICE_CRASH_ROUNDS` and `SLUICE_CRASH_SEED` set how many rounds and which moments.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../invariants/check-invariants.ts";
import { createClient } from "./client.ts";
import { crashHouse, furnishCrashHouse } from "./crash-house.ts";
import { type EffectSink, startEffectSink } from "./effect-sink.ts";
import { finish } from "./finish.ts";
import { createLedger } from "./ledger.ts";
import { createRandom } from "./random.ts";
import { buildServer, type ServerProcess, startServerProcess } from "./server-process.ts";
import { changedEndings, type Endings, readEndings } from "./terminal.ts";
import { runTraffic } from "./traffic.ts";
import { readFigures, readPending, verifyEffects, verifyLedger, verifyQuiet } from "./verify.ts";

const rounds = Number(process.env.SLUICE_CRASH_ROUNDS ?? 20);
const seed = Number(process.env.SLUICE_CRASH_SEED ?? Date.now() % 1_000_000_000);
const random = createRandom(seed);
const ledger = createLedger();
const connections = 12;

let dataDir: string;
let file: string;
let sink: EffectSink;
let running: ServerProcess | undefined;

beforeAll(async () => {
  buildServer();
  dataDir = await mkdtemp(join(tmpdir(), "sluice-crash-"));
  file = join(dataDir, "sluice.db");
  sink = await startEffectSink(createRandom(seed + 1));
});

afterAll(async () => {
  await running?.kill();
  await sink?.close();
  await rm(dataDir, { recursive: true, force: true });
});

function start(): ServerProcess {
  running = startServerProcess(dataDir);
  return running;
}

/** What had ended when it was last looked at. */
let ended: Endings = new Map();

/** Everything that must hold at any moment. */
function violations(options: { readonly quiet?: boolean } = {}): readonly string[] {
  const now = readEndings(file);
  const changed = [...changedEndings(ended, now)];
  ended = now;
  return [...checkInvariants(file, options), ...verifyLedger(file, ledger), ...changed];
}

/** Sees to it that a run which fails says how to see it again. */
function expectNone(found: readonly string[], when: string): void {
  const kinds = new Map<string, string[]>();
  for (const line of found) {
    const kind = line.split(": ", 1)[0] ?? "";
    kinds.set(kind, [...(kinds.get(kind) ?? []), line]);
  }
  const shown = [...kinds.values()].flatMap((lines) => lines.slice(0, 5));
  expect(shown, `${when}, seed ${seed}: ${found.length} violations`).toEqual([]);
}

async function furnish(): Promise<void> {
  const server = start();
  await furnishCrashHouse(createClient(await server.ready).must, crashHouse(sink.origin));
  await server.stop();
}

/** How long a life lasts; one in which the schedules are due ends about then. */
function lifetime(): number {
  const untilMinute = 60_000 - (Date.now() % 60_000);
  return untilMinute < 5_000 ? untilMinute + random.between(0, 400) : random.between(300, 4_000);
}

/** One life of the server: some die before they are ready. Answers how long it worked. */
async function liveAndDie(): Promise<void> {
  const server = start();
  if (random.chance(0.15)) {
    await sleep(random.between(200, 1_500));
    await server.kill();
    return;
  }
  const client = createClient(await server.ready);
  expectNone(violations(), "after a restart");
  const gone = new AbortController();
  const traffic = runTraffic({ client, ledger, random }, connections, gone.signal);
  await sleep(lifetime());
  await server.kill();
  gone.abort();
  await traffic;
  expectNone(server.faults(), "in the server's log");
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function summary(round: number, before: ReturnType<typeof readFigures>, found: number): string {
  const after = readFigures(file);
  const grown = (name: keyof typeof after): number => after[name] - before[name];
  return (
    `round ${round}/${rounds}: ${ledger.tickets.size} acknowledged (${after.tickets} stored, +${grown("tickets")}), ` +
    `+${grown("events")} events, +${grown("timers")} timers fired, +${grown("jobs")} jobs ended, ` +
    `+${grown("ticketless")} runs without a ticket, +${grown("called")} called, +${grown("surveys")} rated, ` +
    `+${grown("bulk")} in bulk, ${found} violations`
  );
}

/** Waits until nothing happens by itself any more; the limit is for a server that never comes to rest. */
async function untilQuiet(server: ServerProcess): Promise<void> {
  const until = Date.now() + 120_000;
  while (readPending(file) > 0) {
    if (Date.now() > until)
      throw new Error(`${readPending(file)} timers and jobs never end; ${server.errors()}`);
    await sleep(300);
  }
}

test(
  "nothing is lost, torn or done twice by kill -9",
  async () => {
    print(`crash test: ${rounds} rounds, seed ${seed}`);
    await furnish();
    for (let round = 1; round <= rounds; round += 1) {
      const before = readFigures(file);
      await liveAndDie();
      const found = violations();
      print(summary(round, before, found.length));
      expectNone(found, `after the kill of round ${round}`);
    }

    const server = start();
    const client = createClient(await server.ready);
    await finish({ client, ledger, random });
    await untilQuiet(server);
    expect(await server.stop()).toEqual({ code: 0, signal: null });

    expectNone(server.faults(), "in the server's log");
    expectNone(violations({ quiet: true }), "in the quiet");
    expectNone(verifyQuiet(file), "in the quiet");
    expectNone(verifyEffects(file, sink.effects, ledger), "at the sink");
    expect(sink.unkeyed).toBe(0);
    const figures = readFigures(file);
    const deliveries = [...sink.effects.values()].reduce((sum, effect) => sum + effect.deliveries, 0);
    print(
      `quiet: ${figures.tickets} tickets, ${figures.events} events, ${figures.timers} timers fired, ${figures.jobs} jobs ended; ` +
        `${figures.ticketless} runs without a ticket for ${ledger.calls.answered.size} calls, ${figures.called} called, ` +
        `${figures.surveys} surveys rated, ${ledger.bulk.answered.size} bulk jobs with ${figures.bulk} tickets; ` +
        `${sink.effects.size} effects from ${deliveries} deliveries; answers ${JSON.stringify(Object.fromEntries(ledger.statuses))}`,
    );
    expect(figures.tickets).toBe(ledger.tickets.size);
  },
  Math.max(900_000, rounds * 40_000),
);
