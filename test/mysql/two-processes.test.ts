/**
 * Two servers on one MariaDB, both at work: tickets come in and are claimed on both, timers and jobs are due all the
 * time. One is killed in the middle and comes back; then the database goes away and comes back. In the end every
 * acknowledged thing is there once, everything due happened once, and every invariant holds.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, createClient } from "../crash/client.ts";
import { agentIds, crashHouse, furnishCrashHouse } from "../crash/crash-house.ts";
import { type EffectSink, startEffectSink } from "../crash/effect-sink.ts";
import { createLedger } from "../crash/ledger.ts";
import { createRandom } from "../crash/random.ts";
import { adminKey, buildServer, type ServerProcess, startServerProcess } from "../crash/server-process.ts";
import { runTraffic, sendOrder } from "../crash/traffic.ts";
import { verifyEffects, verifyLedger, verifyQuiet } from "../crash/verify.ts";
import { checkInvariants } from "../invariants/check-invariants.ts";
import { copyToSqlite } from "../invariants/copy-to-sqlite.ts";
import { type Mariadb, startMariadb } from "../support/mariadb.ts";
import { readRows } from "../support/stored.ts";

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

async function expectSound(when: string): Promise<void> {
  const file = await copy();
  expectNone([...checkInvariants(file), ...verifyLedger(file, ledger)], when);
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

const pendingSql = `SELECT (SELECT COUNT(*) FROM timers) + (SELECT COUNT(*) FROM jobs WHERE status IN ('pending', 'running')) AS n`;

async function untilQuiet(): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const [row] = await readRows<{ n: number }>({ dataDir: folder, databaseUrl: url }, pendingSql);
    if (Number(row?.n) === 0) return;
    if (Date.now() > until) throw new Error(`${row?.n} timers and jobs never end`);
    await sleep(300);
  }
}

test("two processes on one database lose nothing and do nothing twice, killed and cut off", async () => {
  let first = start();
  const second = start();
  let clients = [createClient(await first.ready), createClient(await second.ready)];
  const [one, two] = clients as [Client, Client];
  await furnishCrashHouse(one.must, crashHouse(sink.origin));

  // What the first published, the second works by at once.
  const told = (await two.must("POST", "/tickets", {
    channel: "jd",
    subject: "退款",
    customer: { id: "c0" },
  })) as { tags: string[] };
  expect(told.tags).toEqual(["退款"]);

  await work(clients, () => sleep(4_000));
  await expectSound("both at work");
  expectNone([...first.faults(), ...second.faults()], "in the logs");

  await work(clients, async () => {
    await sleep(1_000);
    await first.kill();
    await sleep(2_000);
  });
  await expectSound("one was killed");
  expectNone(second.faults(), "in the log of the other");

  first = start();
  clients = [createClient(await first.ready), two];
  const refused: Response[] = [];
  await work(clients, async () => {
    await sleep(1_000);
    await mariadb.stop();
    await sleep(1_000);
    refused.push(
      await fetch(`${await second.ready}/api/v1/tickets`, {
        method: "POST",
        headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/json" },
        body: JSON.stringify({ channel: "jd", subject: "meanwhile", customer: { id: "c0" } }),
      }),
    );
    await sleep(3_000);
    await mariadb.start();
    await sleep(2_000);
  });
  expect(refused.map(({ status }) => status)).toEqual([503]);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  await expectSound("the database was away");

  const desk = { client: two, ledger, random };
  for (const order of [...ledger.unanswered.values()]) await sendOrder(desk, order);
  expect(ledger.unanswered.size, "every order is answered in the end").toBe(0);
  for (const id of agentIds) await two.must("PUT", `/agents/${id}/presence`, { presence: "online" });
  await untilQuiet();
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  expect(await second.stop()).toEqual({ code: 0, signal: null });
  const file = await copy();
  expectNone([...checkInvariants(file, { quiet: true }), ...verifyLedger(file, ledger)], "in the quiet");
  expectNone(verifyQuiet(file), "in the quiet");
  expectNone(verifyEffects(file, sink.effects, ledger), "at the sink");
  expect(ledger.tickets.size).toBeGreaterThan(100);
}, 300_000);
