import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataSource } from "typeorm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDatabase, type Database, type Transaction } from "./database.ts";
import { sqlite } from "./dialect.ts";
import { allTables } from "./entities/all-tables.ts";
import type { ValueRow } from "./entities/house.ts";
import { toEntitySchema } from "./table.ts";

let dataDir: string;
let database: Database;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "sluice-db-"));
  database = await createDatabase({ dataDir });
});

afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const put = (key: string) =>
  database.writer.run((m) => m.query("INSERT INTO settings VALUES (?, '1')", [key]));
const keys = async () =>
  (await database.reader.query<ValueRow[]>(`SELECT "key" FROM settings ORDER BY 1`)).map((row) => row.key);

test("the migrations make exactly the tables that the entities describe", async () => {
  const source = new DataSource({
    type: "better-sqlite3",
    database: join(dataDir, "sluice.db"),
    entities: allTables.map((table) => toEntitySchema(table, sqlite)),
  });
  await source.initialize();
  const pending = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  expect(pending.upQueries.map((query) => query.query)).toEqual([]);
});

test("commits are durable settings: WAL, synchronous FULL, foreign keys", async () => {
  const pragmas = await database.writer.run(async (m) => [
    await m.query("PRAGMA journal_mode"),
    await m.query("PRAGMA synchronous"),
    await m.query("PRAGMA foreign_keys"),
  ]);
  expect(pragmas).toEqual([[{ journal_mode: "wal" }], [{ synchronous: 2 }], [{ foreign_keys: 1 }]]);
});

test("what is written beside does not wait for the disk, and nothing after it is spared that", async () => {
  const { writer } = database;
  const synchronous = async (m: Transaction) => m.query("PRAGMA synchronous");
  const failing = writer.beside(async () => {
    throw new Error("given up");
  });
  const answers = [writer.beside(synchronous), writer.run(synchronous)];
  await expect(failing).rejects.toThrow("given up");
  expect(await Promise.all(answers)).toEqual([[{ synchronous: 1 }], [{ synchronous: 2 }]]);
});

test("the rollback of one transaction never takes a neighbour's insert with it", async () => {
  const failing = (key: string) =>
    database.writer.run(async (m) => {
      await m.query("INSERT INTO settings VALUES (?, '1')", [key]);
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error(`no ${key}`);
    });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, at) => (at % 3 === 0 ? failing(`bad-${at}`) : put(`good-${at}`))),
  );
  expect(outcomes.filter((outcome) => outcome.status === "rejected")).toHaveLength(20);
  const stored = await keys();
  expect(stored).toHaveLength(40);
  expect(stored.every((key) => key.startsWith("good-"))).toBe(true);
});

test("transactions run in the order in which they were asked for, one at a time", async () => {
  const order: string[] = [];
  await Promise.all(
    ["a", "b", "c"].map((name) =>
      database.writer.run(async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${name} out`);
      }),
    ),
  );
  expect(order).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
  expect(database.writer.depth).toBe(0);
});

test("repositories work inside a transaction and roll back with it", async () => {
  const save = database.writer.run(async (m) => {
    await m.getRepository<ValueRow>("settings").save({ key: "k", value: "v" });
    throw new Error("no");
  });
  await expect(save).rejects.toThrow("no");
  expect(await keys()).toEqual([]);
});

test("the reader cannot write, and sees nothing uncommitted", async () => {
  await expect(database.reader.query("INSERT INTO settings VALUES ('x','1')")).rejects.toThrow(/readonly/);
  await database.writer.run(async (m) => {
    await m.query("INSERT INTO settings VALUES ('x','1')");
    expect(await keys()).toEqual([]);
  });
  expect(await keys()).toEqual(["x"]);
});

test("the audit log refuses updates and deletes", async () => {
  await database.writer.run((m) => m.query("INSERT INTO audit VALUES ('1', 1, 'a', 'b', 'c', NULL, NULL)"));
  await expect(database.writer.run((m) => m.query("UPDATE audit SET actor = 'z'"))).rejects.toThrow(
    /append-only/,
  );
  await expect(database.writer.run((m) => m.query("DELETE FROM audit"))).rejects.toThrow(/append-only/);
});

test("a newer database is refused and left as it is", async () => {
  await database.writer.run((m) => m.query("UPDATE meta SET value = '99'"));
  await database.close();
  const before = statSync(join(dataDir, "sluice.db")).size;
  await expect(createDatabase({ dataDir })).rejects.toMatchObject({ code: "database.newer" });
  expect(statSync(join(dataDir, "sluice.db")).size).toBe(before);
});

test("a file that is no database is refused by name", async () => {
  const other = mkdtempSync(join(tmpdir(), "sluice-bad-"));
  writeFileSync(
    join(other, "sluice.db"),
    "this is not a database at all, but long enough to be looked at".repeat(99),
  );
  await expect(createDatabase({ dataDir: other })).rejects.toMatchObject({ code: "database.corrupt" });
  rmSync(other, { recursive: true });
});

test("what cannot be opened or made is refused by name", async () => {
  const blocked = mkdtempSync(join(tmpdir(), "sluice-blocked-"));
  mkdirSync(join(blocked, "sluice.db"));
  writeFileSync(join(blocked, "file"), "");
  for (const place of [blocked, join(blocked, "file"), join(blocked, "file", "below")])
    await expect(createDatabase({ dataDir: place })).rejects.toMatchObject({ code: "database.read-only" });
  rmSync(blocked, { recursive: true });
});

test("a full database fails its own transaction and no later one", async () => {
  await database.writer.run((m) => m.query("PRAGMA max_page_count = 1").then(() => undefined));
  const big = database.writer.run((m) =>
    m.query("INSERT INTO settings VALUES ('big', ?)", ["x".repeat(5_000_000)]),
  );
  await expect(big).rejects.toMatchObject({ code: "database.full", status: 503 });
  await database.writer.run((m) => m.query("PRAGMA max_page_count = 1000000").then(() => undefined));
  await put("small");
  expect(await keys()).toEqual(["small"]);
});
