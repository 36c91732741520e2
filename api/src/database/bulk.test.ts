import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chunkSizes, deleteRows, insertRows, upsertRows } from "./bulk.ts";
import { createDatabase, type Database } from "./database.ts";
import { mysql, sqlite } from "./dialect.ts";

let dataDir: string;
let database: Database;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "sluice-bulk-"));
  database = await createDatabase({ dataDir });
});

afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const columns = ["key", "value"] as const;
const rows = (count: number, value: string) =>
  Array.from({ length: count }, (_, at) => ({ key: `k${String(at).padStart(4, "0")}`, value }));
const stored = (table: string) => database.reader.query(`SELECT * FROM ${table} ORDER BY 1`);

test("chunks add up, are powers of two and keep within the parameter limit", () => {
  fc.assert(
    fc.property(
      fc.nat(3000),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 60, max: 40_000 }),
      (n, c, limit) => {
        const sizes = chunkSizes(n, c, limit);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(n);
        for (const size of sizes) {
          expect(Number.isInteger(Math.log2(size))).toBe(true);
          expect(size * c).toBeLessThanOrEqual(limit);
        }
      },
    ),
  );
});

test("inserts every row of an odd batch, in one transaction", async () => {
  await database.writer.run((m) => insertRows(m, "settings", columns, rows(777, "a")));
  expect(await stored("settings")).toEqual(rows(777, "a"));
  const again = database.writer.run((m) =>
    insertRows(m, "settings", columns, [{ key: "new", value: "" }, ...rows(1, "b")]),
  );
  await expect(again).rejects.toThrow(/UNIQUE/);
  expect(await stored("settings")).toHaveLength(777);
});

test("upserts replace, keep or update chosen columns; the later row wins", async () => {
  await database.writer.run((m) => insertRows(m, "routing_cursors", columns, rows(3, "a")));
  await database.writer.run((m) =>
    upsertRows(m, "routing_cursors", columns, [...rows(2, "b"), { key: "k0000", value: "c" }], ["key"]),
  );
  await database.writer.run((m) => upsertRows(m, "routing_cursors", columns, rows(4, "z"), ["key"], []));
  expect(await stored("routing_cursors")).toEqual([
    { key: "k0000", value: "c" },
    { key: "k0001", value: "b" },
    { key: "k0002", value: "a" },
    { key: "k0003", value: "z" },
  ]);
  await database.writer.run((m) => deleteRows(m, "routing_cursors", "key", ["k0000", "k0003", "none"]));
  expect(await stored("routing_cursors")).toHaveLength(2);
});

test("an empty batch writes nothing", async () => {
  await database.writer.run((m) => insertRows(m, "meta", columns, []));
  await database.writer.run((m) => upsertRows(m, "meta", columns, [], ["key"]));
  await database.writer.run((m) => deleteRows(m, "meta", "key", []));
  expect(await stored("meta")).toHaveLength(1);
});

test("each dialect says upsert in its own words", () => {
  expect(sqlite.upsertTail(["a"], ["b"])).toBe(` ON CONFLICT ("a") DO UPDATE SET "b" = excluded."b"`);
  expect(sqlite.upsertTail(["a"], [])).toBe(` ON CONFLICT ("a") DO NOTHING`);
  expect(mysql.upsertTail(["a"], ["b"])).toBe(` ON DUPLICATE KEY UPDATE "b" = VALUES("b")`);
  expect(mysql.upsertTail(["a"], [])).toBe(` ON DUPLICATE KEY UPDATE "a" = "a"`);
});
