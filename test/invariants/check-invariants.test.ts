/** The checker itself: it passes a sound house, and finds each kind of damage that is done to a copy of it. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkInvariants } from "./check-invariants.ts";
import { houseDamages } from "./damage-house.ts";
import { runDamages } from "./damage-runs.ts";
import { ticketDamages } from "./damage-tickets.ts";
import { makeSoundHouse } from "./sound-house.ts";

let folder: string;
let sound: string;
let now: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-invariants-"));
  sound = join(folder, "sound.db");
  now = await makeSoundHouse(sound);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Rows of a query on the sound house. */
function rows<Row>(sql: string): Row[] {
  const database = new Database(sound, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

let copies = 0;

/** What the checker says of a copy on which `damage` was done. */
async function after(...damage: readonly string[]): Promise<readonly string[]> {
  copies += 1;
  const file = join(folder, `copy-${copies}.db`);
  await copyFile(sound, file);
  const database = new Database(file);
  let changes = 0;
  for (const sql of damage) {
    const statement = database.prepare(sql);
    changes += statement.reader ? 0 : statement.run().changes;
  }
  database.close();
  expect(changes, `the damage was done: ${damage.join("; ")}`).toBeGreaterThan(0);
  return checkInvariants(file, { now });
}

/** Columns are named by their unique index; without it a damage that it would refuse can be done. */
const dropIndexes = (table: string): readonly string[] =>
  rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = '${table}' AND sql IS NOT NULL`,
  ).map(({ name }) => `DROP INDEX "${name}"`);

describe("checkInvariants", () => {
  it("passes a sound house in which everything is there", () => {
    expect(checkInvariants(sound, { now })).toEqual([]);
    const count = (sql: string) => rows<{ n: number }>(`SELECT COUNT(*) n FROM ${sql}`)[0]?.n ?? 0;
    for (const what of [
      "jobs WHERE status = 'done'",
      "jobs WHERE status = 'pending'",
      "incidents WHERE status = 'open'",
      "tasks WHERE status = 'open'",
      "queue_entries WHERE type = 'waiting'",
      "queue_entries WHERE type = 'pooled'",
      "agent_loads WHERE claims <> '{}'",
      "notifications",
      "timers",
      "runs WHERE status = 'completed'",
      "idempotency",
      "messages",
      "ticketless WHERE active > 0 AND id = 'house:clock-all:start'",
      "ticketless WHERE active > 0 AND id LIKE 'house:shipped:start:%'",
      "timers WHERE kind = 'schedule'",
      "timers WHERE ticket_id LIKE 'house:%'",
      "surveys WHERE answered_at IS NULL",
      "surveys WHERE answered_at IS NOT NULL",
      "bulk_items WHERE status = 'done'",
      "classifications",
      "plugin_settings",
      "plugin_secrets",
      "settings WHERE key = 'operations.paused'",
      ...["fork", "join", "items", "call", "survey", "event", "until"].map(
        (wait) => `tickets WHERE state LIKE '%"wait":{"type":"${wait}"%'`,
      ),
    ])
      expect(count(what), what).toBeGreaterThan(0);
  });

  it("says what is still to come only when asked for quiet", () => {
    expect(checkInvariants(sound, { now: now + 3_600_000 })).toEqual([]);
    expect(checkInvariants(sound, { now: now + 3_600_000, quiet: true }).join("\n")).toContain("overdue");
  });

  it("throws for a file that is no database of Sluice", () => {
    expect(() => checkInvariants(join(folder, "nothing.db"))).toThrow();
  });

  it.each([...ticketDamages, ...runDamages, ...houseDamages])("finds %s", async (_what, check, ...damage) => {
    const found = await after(...damage);
    expect(found.filter((line) => line.startsWith(check))).not.toEqual([]);
  });

  it("finds a number and an externalId given twice, where no index stands guard", async () => {
    const set = (column: string, path: string, value: string) =>
      `UPDATE tickets SET ${column} = ${value}, state = json_set(state, '$.ticket.${path}', ${value}) WHERE channel = 'phone'`;
    const numbers = await after(...dropIndexes("tickets"), set("number", "number", "4"));
    expect(numbers.join("\n")).toContain("share the number 4");
    const names = await after(...dropIndexes("tickets"), set("external_id", "externalId", "'same'"));
    expect(names.join("\n")).toContain("share the externalId phone same");
  });
});
