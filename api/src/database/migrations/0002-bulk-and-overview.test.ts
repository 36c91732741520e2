import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataSource } from "typeorm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDatabase } from "../database.ts";
import { Initial1760000000000 } from "./0001-initial.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sluice-0002-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const clock = (metric: string, state: string, rest: object = {}) => ({
  metric,
  state,
  breachedAt: null,
  fired: [],
  ...rest,
});
const decided = (revision: number, rule: string) => ({
  kind: "classification",
  ref: { kind: "classification", key: "default", revision },
  matched: [{ id: rule }],
});

/** A database as release 0.1 left it. */
async function release01(): Promise<void> {
  const source = new DataSource({
    type: "better-sqlite3",
    database: join(dataDir, "sluice.db"),
    migrations: [Initial1760000000000],
  });
  await source.initialize();
  await source.runMigrations();
  await source.query("INSERT INTO meta VALUES ('schema', '1')");
  const ticket = (id: string, number: number, status: string, state: object) =>
    source.query(
      `INSERT INTO tickets (id, number, channel, subject, status, priority, customer_id, tags, search_text, created_at, updated_at, breached, seq, state)
       VALUES (?, ?, 'web', 's', ?, 'P3', 'c', '[]', '', 0, 0, 0, 1, ?)`,
      [id, number, status, JSON.stringify(state)],
    );
  const open = [
    clock("firstResponse", "stopped"),
    clock("nextResponse", "running", { fired: ["yellow"] }),
    clock("resolution", "paused"),
    clock("assignment", "running", { breachedAt: 5, fired: ["red"] }),
  ];
  await ticket("t1", 1, "open", { ticket: { closedAt: null }, clocks: open });
  await ticket("t2", 2, "closed", { ticket: { closedAt: 77 }, clocks: [clock("resolution", "stopped")] });
  const event = (seq: number, decisions: object[]) =>
    source.query(
      `INSERT INTO ticket_events VALUES (?, 't1', ?, 'x', ?, '{}', '{}', ?, '[]', '["classification/default@1"]')`,
      [`e${seq}`, seq, seq * 10, JSON.stringify(decisions)],
    );
  await event(1, [{ kind: "sla" }, decided(3, "refund")]);
  await event(2, [decided(4, "invoice")]);
  await event(3, [{ kind: "routing" }]);
  await source.destroy();
}

test("a populated database of release 0.1 learns what its tickets already say", async () => {
  await release01();
  const { reader, close } = await createDatabase({ dataDir });
  expect(await reader.query("SELECT id, closed_at, clock_marks FROM tickets ORDER BY id")).toEqual([
    { id: "t1", closed_at: null, clock_marks: "nextResponse:w resolution:p assignment:b" },
    { id: "t2", closed_at: 77, clock_marks: null },
  ]);
  expect(await reader.query("SELECT * FROM classifications")).toEqual([
    { ticket_id: "t1", ruleset: "default", revision: 4, rules: '["invoice"]', at: 20 },
  ]);
  await close();
});
