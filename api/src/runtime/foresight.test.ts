import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileDefinitions, createLoadState, type LoadState } from "@sluice/engine";
import { createTicketGenerator, ecommerceStarter } from "@sluice/schemas/starter";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createManualClock } from "../clock.ts";
import { createDatabase, type Database } from "../database/database.ts";
import { noSurveyLinks } from "../surveys/survey-links.ts";
import type { TicketCommand } from "./command.ts";
import { createDispatcher } from "./dispatcher.ts";

const now = Date.UTC(2026, 10, 5, 2);
const { documents, settings, people } = ecommerceStarter;
const house = compileDefinitions({
  live: documents.map((document) => ({ document, revision: 1 })),
  settings,
  people,
});
/** The busiest group has few places, so that who comes first matters. */
const agentIds = people.agents.slice(0, 12).map(({ id }) => id);

let folder: string;
const opened: Database[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-foresight-"));
});
afterAll(async () => {
  for (const database of opened) await database.close();
  await rm(folder, { recursive: true, force: true });
});

function createLoad(): LoadState {
  const load = createLoadState();
  load.begin();
  for (const id of agentIds) load.setPresence(id, "online", now);
  load.commit();
  return load;
}

/** A ticket that another process gave somebody. */
function elsewhere(load: LoadState, agent: string): void {
  load.begin();
  load.addTicket(agent, { kind: "ticket", status: "open", claimedFrom: null }, now);
  load.commit();
}

const generator = createTicketGenerator({ seed: 5, from: "2026-11-05T08:00:00+08:00", shape: "ordinary" });
const commands = Array.from({ length: 120 }, (_, at): TicketCommand => {
  const { createdAt: _created, ...input } = generator.next();
  const id = `01900000-0000-7000-8000-${String(at).padStart(12, "0")}`;
  return {
    ticket: null,
    body: { type: "ticket.created", ticket: { id, number: 0, input } },
    actor: { type: "system" },
  };
});

/** Who has what after the commands came in at once, and others were given something just before the turn. */
async function story(name: string, shared: boolean, busy: readonly string[]) {
  const database = await createDatabase({ dataDir: join(folder, name) });
  opened.push(database);
  const load = createLoad();
  let turns = 0;
  let ahead = 0;
  const { writer } = database;
  const dispatcher = createDispatcher({
    database: {
      ...database,
      shared,
      writer: {
        ...writer,
        run(work) {
          turns += 1;
          if (turns === 1) for (const agent of busy) elsewhere(load, agent);
          return writer.run(work);
        },
        beside(work) {
          ahead += 1;
          return writer.beside(work);
        },
      },
    },
    definitions: { current: house, ensure: async () => undefined },
    load,
    clock: createManualClock(now),
    follower: { record: async () => () => undefined },
    sends: () => false,
    surveyLinks: noSurveyLinks,
    facts: { fetch: async () => ({}) },
    onCommitted: () => undefined,
  });
  await Promise.all(commands.map((command) => dispatcher.submit(command)));
  const tickets = await database.reader.query(
    "SELECT id, number, assignee, grp, pool, category, priority, first_due FROM tickets ORDER BY id",
  );
  const customers = await database.reader.query(
    "SELECT id, last_assignee, open_tickets FROM customers ORDER BY id",
  );
  expect(ahead > 0).toBe(shared);
  return { tickets, customers, load: load.snapshot() };
}

test("tickets that were worked out ahead come out as in their turn, on one load as on another", async () => {
  const inTurn = await story("in-turn", false, []);
  expect(await story("ahead", true, [])).toEqual(inTurn);
  expect(inTurn.tickets).toHaveLength(commands.length);
  expect(inTurn.tickets.some(({ assignee }: { assignee: string | null }) => assignee !== null)).toBe(true);
});

test("what others did in between is seen: nobody gets what they have no room for", async () => {
  const busy = agentIds.flatMap((id) => [id, id]);
  expect(await story("ahead-others", true, busy)).toEqual(await story("in-turn-others", false, busy));
});
