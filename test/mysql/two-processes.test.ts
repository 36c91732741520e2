/**
 * Two servers on one MariaDB, both at work in the whole crash house: in each round one of them is killed at a random
 * moment and comes back while the other goes on; then the database is away for 20 seconds. In the end every acknowledged
 * thing is there once, everything due happened once, nothing that had ended changed, and every invariant holds.
 * `SLUICE_CRASH_MYSQL_ROUNDS` and `SLUICE_CRASH_SEED` set how many rounds and which moments.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, createClient } from "../crash/client.ts";
import { agentIds, crashHouse, furnishCrashHouse } from "../crash/crash-house.ts";
import { type EffectSink, startEffectSink } from "../crash/effect-sink.ts";
import { finish } from "../crash/finish.ts";
import { createLedger } from "../crash/ledger.ts";
import { createRandom } from "../crash/random.ts";
import { adminKey, buildServer, type ServerProcess, startServerProcess } from "../crash/server-process.ts";
import { changedEndings, type Endings, readEndings } from "../crash/terminal.ts";
import { runTraffic } from "../crash/traffic.ts";
import { pendingSql, readFigures, verifyEffects, verifyLedger, verifyQuiet } from "../crash/verify.ts";
import { checkInvariants } from "../invariants/check-invariants.ts";
import { copyToSqlite } from "../invariants/copy-to-sqlite.ts";
import { type Mariadb, startMariadb } from "../support/mariadb.ts";
import { readRows } from "../support/stored.ts";

const rounds = Number(process.env.SLUICE_CRASH_MYSQL_ROUNDS ?? 3);
const seed = Number(process.env.SLUICE_CRASH_SEED ?? Date.now() % 1_000_000_000);
const random = createRandom(seed);
const ledger = createLedger();
const processes: ServerProcess[] = [];

let mariadb: Mariadb;
let url: string;
let folder: string;
let sink: EffectSink;
let copies = 0;

beforeAll(async () => {
  buildServer();
  mariadb = await startMariadb();
  url = mariadb.freshUrl();
  folder = await mkdtemp(join(tmpdir(), "sluice-two-"));
  sink = await startEffectSink(createRandom(seed + 1));
});

afterAll(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  await sink?.close();
  await mariadb?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Both share even the data folder, which holds nothing of theirs. */
function start(): ServerProcess {
  const server = startServerProcess(folder, { DATABASE_URL: url });
  processes.push(server);
  return server;
}

/** The database as it is now, in a file. */
async function copy(): Promise<string> {
  copies += 1;
  const file = join(folder, `copy-${copies}.db`);
  await copyToSqlite(url, file);
  return file;
}

const expectNone = (found: readonly string[], when: string): void =>
  expect(found.slice(0, 20), `${when}, seed ${seed}: ${found.length} violations`).toEqual([]);

/** What had ended when it was last looked at. */
let ended: Endings = new Map();

/** Looks at the database as it is now; answers the file that it was copied to. */
async function expectSound(when: string, options: { readonly quiet?: boolean } = {}): Promise<string> {
  const file = await copy();
  const now = readEndings(file);
  const changed = [...changedEndings(ended, now)];
  ended = now;
  expectNone([...checkInvariants(file, options), ...verifyLedger(file, ledger), ...changed], when);
  return file;
}

/** Sixteen people who want the head of the pool, on whichever server is there. */
async function claimers(clients: readonly Client[], gone: AbortSignal): Promise<void> {
  const claimer = async (index: number) => {
    while (!gone.aborted) {
      const client = clients[index % clients.length];
      await client?.call("POST", "/pools/general/claim", { agent: agentIds[index % agentIds.length] });
      await sleep(random.between(5, 60));
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, index) => claimer(index)));
}

/** Both servers at work for a while; `meanwhile` is what happens to them. */
async function work(clients: readonly Client[], meanwhile: () => Promise<void>): Promise<void> {
  const gone = new AbortController();
  const traffic = clients.map((client) => runTraffic({ client, ledger, random }, 6, gone.signal));
  const claiming = claimers(clients, gone.signal);
  await meanwhile();
  gone.abort();
  await Promise.all([...traffic, claiming]);
}

async function untilQuiet(): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const [row] = await readRows<{ n: number }>({ dataDir: folder, databaseUrl: url }, pendingSql);
    if (Number(row?.n) === 0) return;
    if (Date.now() > until) throw new Error(`${row?.n} timers and jobs never end`);
    await sleep(300);
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** A ticket that comes in while the database is away is refused, with the time after which to try again. */
async function expectRefusal(server: ServerProcess): Promise<void> {
  const refused = await fetch(`${await server.ready}/api/v1/tickets`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/json" },
    body: JSON.stringify({ channel: "jd", subject: "meanwhile", customer: { id: "c0" } }),
  });
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
}

/** The two that are alive; each round one of them dies in the middle of its work and another takes its place. */
const pair: ServerProcess[] = [];
const clientsOf = (servers: readonly ServerProcess[]): Promise<Client[]> =>
  Promise.all(servers.map(async ({ ready }) => createClient(await ready)));

async function killOne(round: number): Promise<void> {
  const [dying, living] = random.chance(0.5) ? pair : pair.toReversed();
  if (!dying || !living) throw new Error("there are two");
  await work(await clientsOf(pair), async () => {
    await sleep(random.between(300, 3_000));
    await dying.kill();
    await sleep(random.between(200, 1_500));
  });
  expectNone([...dying.faults(), ...living.faults()], "in the logs");
  const { tickets, events, jobs } = readFigures(await expectSound(`one was killed in round ${round}`));
  print(`round ${round}/${rounds} on MariaDB: ${tickets} tickets, ${events} events, ${jobs} jobs ended`);
  pair.splice(pair.indexOf(dying), 1, start());
}

/** Longer than any lease and any patience of a connection. */
const awayMs = 20_000;

async function loseTheDatabase(): Promise<void> {
  await work(await clientsOf(pair), async () => {
    await sleep(1_000);
    await mariadb.stop();
    await sleep(1_000);
    for (const server of pair) await expectRefusal(server);
    await sleep(awayMs - 1_000);
    await mariadb.start();
    await sleep(2_000);
  });
  await expectSound("the database was away");
}

test(
  "two processes on one database lose nothing and do nothing twice, killed and cut off",
  async () => {
    pair.push(start(), start());
    const [one, two] = (await clientsOf(pair)) as [Client, Client];
    await furnishCrashHouse(one.must, crashHouse(sink.origin));

    // What the first published, the second works by at once.
    const first = { channel: "jd", subject: "退款", customer: { id: "c0" } };
    const told = (await two.must("POST", "/tickets", first)) as { tags: string[] };
    expect(told.tags).toEqual(["退款"]);

    for (let round = 1; round <= rounds; round += 1) await killOne(round);
    await loseTheDatabase();

    const [client] = await clientsOf(pair);
    if (!client) throw new Error("there are two");
    await finish({ client, ledger, random });
    await untilQuiet();
    for (const server of pair) expect(await server.stop()).toEqual({ code: 0, signal: null });
    const file = await expectSound("in the quiet", { quiet: true });
    expectNone(verifyQuiet(file), "in the quiet");
    expectNone(verifyEffects(file, sink.effects, ledger), "at the sink");
    const figures = readFigures(file);
    print(
      `quiet on MariaDB: seed ${seed}, ${figures.tickets} tickets, ${figures.events} events, ${figures.jobs} jobs ended, ` +
        `${sink.effects.size} effects; answers ${JSON.stringify(Object.fromEntries(ledger.statuses))}`,
    );
    expect(ledger.tickets.size).toBeGreaterThan(0);
  },
  Math.max(300_000, rounds * 60_000),
);
