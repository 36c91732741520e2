import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataSource } from "typeorm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBulkJob, listBulkJobs, listItems } from "../../bulk/bulk-store.ts";
import { createDatabase } from "../database.ts";
import { allMigrations } from "./all-migrations.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sluice-0007-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A database as the release before left it, with bulk work on tickets under way. */
async function before(): Promise<void> {
  const migrations = allMigrations.slice(0, 6);
  const source = new DataSource({
    type: "better-sqlite3",
    database: join(dataDir, "sluice.db"),
    migrations: [...migrations],
  });
  await source.initialize();
  await source.runMigrations();
  await source.query("INSERT INTO meta VALUES ('schema', '6')");
  await source.query(
    `INSERT INTO bulk_jobs (id, action, actor, started_by, status, total, created_at)
     VALUES ('j1', '{"type":"resolve"}', '{"type":"user","id":"ops"}', 'user:ops', 'running', 2, 5)`,
  );
  await source.query(
    `INSERT INTO bulk_items (job_id, position, ticket_id, status, code)
     VALUES ('j1', 1, 't1', 'done', NULL), ('j1', 2, 't2', 'pending', NULL)`,
  );
  await source.destroy();
}

test("bulk work that a release before began on tickets is found and gone on with", async () => {
  await before();
  const { reader, close } = await createDatabase({ dataDir });
  expect(await listBulkJobs(reader, "tickets", 20)).toMatchObject([{ id: "j1", subject: null, total: 2 }]);
  expect(await listBulkJobs(reader, "incidents", 20)).toEqual([]);
  expect(await findBulkJob(reader, "tickets", "j1")).toMatchObject({ status: "running" });
  await expect(findBulkJob(reader, "runs", "j1")).rejects.toMatchObject({ code: "resource.not-found" });
  expect(await listItems(reader, "j1", "pending", 10)).toEqual([{ item_id: "t2", code: null }]);
  await close();
});
