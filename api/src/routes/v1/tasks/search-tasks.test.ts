import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertRows } from "../../../database/bulk.ts";
import { createDatabase, type Database } from "../../../database/database.ts";
import { searchTasks, type TaskItem, type TaskQuery } from "./search-tasks.ts";

const dataDir = mkdtempSync(join(tmpdir(), "sluice-tasks-"));
let database: Database;

interface Given {
  readonly id: string;
  readonly due?: number;
  readonly group?: string;
  readonly assignee?: string;
  readonly status?: string;
  readonly ticket?: string | null;
}

const given: readonly Given[] = [
  { id: "k1", group: "finance" },
  { id: "k2", due: 300, group: "finance", assignee: "a1" },
  { id: "k3", due: 100, group: "warehouse" },
  { id: "k4", due: 300, assignee: "a2" },
  { id: "k5", group: "finance", ticket: null },
  { id: "k6", due: 50, group: "finance", status: "done" },
  { id: "k7", due: 60, group: "finance", status: "timeout" },
];

function taskRow({ id, due, group, assignee, status = "open", ticket = "t1" }: Given, created: number) {
  const state = {
    ...{ id, run: "r", token: "x", title: `Task ${id}`, group: group ?? null, assignee: assignee ?? null },
    ...{ outcomes: [], form: null, needed: 1, answers: [], status, dueAt: due ?? null, createdAt: created },
  };
  return {
    ...{ id, ticket_id: ticket, run_id: "r", title: state.title, grp: state.group, assignee: state.assignee },
    ...{ status, due_at: state.dueAt, created_at: created, data: JSON.stringify(state) },
  };
}

beforeAll(async () => {
  database = await createDatabase({ dataDir });
  const rows = given.map(taskRow);
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  await database.writer.run(async (tx) => {
    await insertRows(tx, "tasks", columns, rows);
    await tx.query(
      `INSERT INTO tickets (id, number, channel, subject, status, priority, customer_id, tags, search_text, created_at, updated_at, breached, seq, state)
       VALUES ('t1', 41, 'web', 'Where is it', 'open', 'P1', 'c1', '[]', '', 0, 0, 0, 1, '{}')`,
    );
    await tx.query(
      "INSERT INTO customers (id, name, data, open_tickets, updated_at) VALUES ('c1', 'Lin', '{}', 1, 0)",
    );
  });
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true });
});

const nobody = { agentId: null, groups: [] };
const ask = (query: Partial<TaskQuery> = {}, caller: Parameters<typeof searchTasks>[2] = nobody) =>
  searchTasks(database.reader, { status: "open", sort: "due", limit: 50, ...query }, caller);
const ids = ({ items }: { items: readonly TaskItem[] }) => items.map(({ id }) => id);

test("what ends first comes first, what has no end comes last", async () => {
  const page = await ask();
  expect(ids(page)).toEqual(["k3", "k2", "k4", "k1", "k5"]);
  expect(page.total).toBe(5);
  expect(ids(await ask({ sort: "newest" }))).toEqual(["k5", "k4", "k3", "k2", "k1"]);
});

test("a task tells its ticket in short; one of a schedule has none", async () => {
  const { items } = await ask();
  expect(items[0]).toMatchObject({
    ...{ ticket: "t1", ticketNumber: 41, subject: "Where is it", priority: "P1" },
    customer: { id: "c1", name: "Lin" },
  });
  expect(items.at(-1)).toMatchObject({ ticketNumber: null, subject: null, priority: null, customer: null });
});

test("mine are those given to me and those of my groups that nobody has", async () => {
  const mine = { mine: true };
  expect(ids(await ask(mine, { agentId: "a1", groups: ["warehouse"] }))).toEqual(["k3", "k2"]);
  expect(ids(await ask(mine, { agentId: "a9", groups: [] }))).toEqual([]);
  expect(ids(await ask(mine))).toEqual([]);
});

test("lists of statuses, groups and agents; none asks for tasks without", async () => {
  expect(ids(await ask({ status: "done,timeout" }))).toEqual(["k6", "k7"]);
  expect(ids(await ask({ group: "finance,warehouse", assignee: "none" }))).toEqual(["k3", "k1", "k5"]);
  expect(ids(await ask({ group: "none" }))).toEqual(["k4"]);
});

test("pages of any size give every task once, in one order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom("due" as const, "newest" as const),
      async (limit, sort) => {
        const seen: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page = await ask({ limit, sort, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.total).toBe(5);
          seen.push(...ids(page));
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(ids(await ask({ sort })));
      },
    ),
    { numRuns: 12 },
  );
});

test("a cursor of no list is refused", async () => {
  await expect(ask({ cursor: "k3" })).rejects.toMatchObject({ code: "request.cursor" });
});
