import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLoadState } from "@sluice/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createManualClock } from "../clock.ts";
import { createDatabase, type Database } from "../database/database.ts";
import { newId } from "../ids.ts";
import { noSurveyLinks } from "../surveys/survey-links.ts";
import type { TicketCommand } from "./command.ts";
import { createDispatcher, type Dispatcher } from "./dispatcher.ts";
import { createLiveDefinitions } from "./live-definitions.ts";

let folder: string;
let database: Database;
let dispatcher: Dispatcher;
const batches: number[] = [];
/** Of each batch: single callers, streams, background work. */
const shares: [number, number, number][] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-dispatcher-"));
  database = await createDatabase({ dataDir: folder });
  const definitions = createLiveDefinitions(database.reader, {
    actions: () => [],
    facts: () => [],
    strategies: () => [],
  });
  await definitions.reload();
  dispatcher = createDispatcher({
    database,
    definitions,
    load: createLoadState({ agents: [], cursors: {}, entries: [] }),
    clock: createManualClock(Date.UTC(2026, 10, 11)),
    follower: { record: async () => () => undefined },
    sends: () => false,
    surveyLinks: noSurveyLinks,
    facts: { fetch: async () => ({}) },
    onCommitted: ({ results }) => {
      batches.push(results.length);
      const behind = results.filter(({ command }) => command.background).length;
      const streamed = results.filter(({ command }) => command.streamed).length;
      shares.push([results.length - streamed - behind, streamed, behind]);
    },
  });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const creation = (subject: string, rest: Partial<TicketCommand> = {}): TicketCommand => ({
  ticket: null,
  body: {
    type: "ticket.created",
    ticket: { id: newId(), number: 0, input: { channel: "web", subject, customer: { id: subject } } },
  },
  actor: { type: "system" },
  ...rest,
});

test("a command that cannot be written fails alone; its neighbours are stored once", async () => {
  const spoiled = creation("spoiled", {
    alongside: async (transaction) => {
      await transaction.query("INSERT INTO tickets (id) VALUES (NULL)");
    },
  });
  const settled = await Promise.allSettled(
    [creation("first"), spoiled, creation("last")].map((command) => dispatcher.submit(command)),
  );
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const stored = await database.reader.query<{ subject: string }[]>(
    "SELECT subject FROM tickets ORDER BY id",
  );
  expect(stored.map(({ subject }) => subject).sort()).toEqual(["first", "last"]);
  expect(batches).toEqual([1, 1]);
});

test("a herd of background work gets a third of a batch beside callers, and what they leave", async () => {
  shares.length = 0;
  const herd = Array.from({ length: 300 }, () => dispatcher.submit(creation("herd", { background: true })));
  const callers = Array.from({ length: 300 }, () => dispatcher.submit(creation("caller")));
  await Promise.all([...herd, ...callers]);
  expect(shares).toEqual([
    [167, 0, 83],
    [133, 0, 117],
    [0, 0, 100],
  ]);
});

test("single callers go before a stream of many that came first, which keeps a quarter", async () => {
  shares.length = 0;
  const stream = Array.from({ length: 300 }, () => dispatcher.submit(creation("line", { streamed: true })));
  const callers = Array.from({ length: 200 }, () => dispatcher.submit(creation("caller")));
  await Promise.all([...stream, ...callers]);
  expect(shares).toEqual([
    [188, 62, 0],
    [12, 238, 0],
  ]);
});

test("a disk that is full is told to everybody at once", async () => {
  let tries = 0;
  const full = (subject: string) =>
    creation(subject, {
      alongside: async () => {
        tries += 1;
        throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
      },
    });
  const settled = await Promise.allSettled(["a", "b"].map((name) => dispatcher.submit(full(name))));
  for (const one of settled) expect(one).toMatchObject({ reason: { code: "database.full" } });
  expect(tries).toBe(1);
});

test("a job ends once: a second result, and one after it was cancelled, change nothing", async () => {
  const { state } = await dispatcher.submit(creation("jobs"));
  const { id: ticket } = state.ticket;
  const open = (id: string, status: string) =>
    database.writer.run(async (manager) => {
      await manager.query(
        "INSERT INTO jobs (id, ticket_id, kind, input, status, attempts, max_attempts, run_at) VALUES (?, ?, 'action', '{}', ?, 1, 3, 0)",
        [id, ticket, status],
      );
    });
  await open("running", "running");
  await open("cancelled", "cancelled");
  const end = (job: string, status: "done" | "dead") =>
    dispatcher.submit({
      ticket,
      body: { type: "job.finished", job, ok: status === "done" },
      actor: { type: "system" },
      job: { id: job, status, result: null, error: null },
    });
  const ends = await Promise.all([end("running", "done"), end("running", "dead"), end("cancelled", "done")]);
  expect(ends.map(({ changed }) => changed)).toEqual([true, false, false]);
  expect((await end("running", "dead")).changed).toBe(false);
  const rows = await database.reader.query<{ id: string; status: string }[]>(
    "SELECT id, status FROM jobs WHERE ticket_id = ? ORDER BY id",
    [ticket],
  );
  expect(rows).toEqual([
    { id: "cancelled", status: "cancelled" },
    { id: "running", status: "done" },
  ]);
  const [told] = await database.reader.query<{ n: number }[]>(
    "SELECT COUNT(*) AS n FROM ticket_events WHERE ticket_id = ? AND type = 'job.finished'",
    [ticket],
  );
  expect(Number(told?.n)).toBe(1);
});
