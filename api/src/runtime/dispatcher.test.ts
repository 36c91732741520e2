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
    onCommitted: ({ results }) => void batches.push(results.length),
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
