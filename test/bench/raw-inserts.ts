/** The raw limit: the rows that the server wrote, inserted again by the bare driver in the same batches. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

/** The tables that taking a ticket writes to. */
const tables = [
  "tickets",
  "ticket_events",
  "messages",
  "classifications",
  "timers",
  "jobs",
  "runs",
  "customers",
  "queue_entries",
];

interface Insert {
  readonly sql: string;
  readonly rows: readonly (readonly unknown[])[];
}

function readInserts(source: Database.Database): readonly Insert[] {
  return tables.map((table) => {
    const statement = source.prepare(`SELECT * FROM ${table}`).raw();
    const rows = statement.all() as unknown[][];
    const columns = statement.columns().map(({ name }) => `"${name}"`);
    const marks = columns.map(() => "?").join(",");
    return { sql: `INSERT INTO ${table} (${columns.join(",")}) VALUES (${marks})`, rows };
  });
}

/** The tables with their indexes, and nothing in them. */
function copySchema(source: Database.Database, target: Database.Database): void {
  const objects = source
    .prepare(
      "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY type DESC",
    )
    .all(JSON.stringify(tables)) as { sql: string }[];
  for (const { sql } of objects) target.exec(sql);
}

/** Seconds that the bare driver takes for the same rows, `perBatch` tickets a transaction, every commit on disk. */
export function timeRawInserts(
  file: string,
  perBatch: number,
): { readonly seconds: number; readonly rows: number } {
  const folder = mkdtempSync(join(tmpdir(), "sluice-raw-"));
  const source = new Database(file, { readonly: true });
  const target = new Database(join(folder, "raw.db"));
  target.pragma("journal_mode = WAL");
  target.pragma("synchronous = FULL");
  copySchema(source, target);
  const inserts = readInserts(source);
  const batches = Math.max(1, Math.ceil((inserts[0]?.rows.length ?? 0) / perBatch));
  const statements = inserts.map(({ sql }) => target.prepare(sql));
  const begin = performance.now();
  for (let batch = 0; batch < batches; batch += 1)
    target.transaction(() => {
      inserts.forEach(({ rows }, index) => {
        const from = Math.floor((rows.length * batch) / batches);
        const until = Math.floor((rows.length * (batch + 1)) / batches);
        for (const row of rows.slice(from, until)) statements[index]?.run(...row);
      });
    })();
  const seconds = (performance.now() - begin) / 1000;
  source.close();
  target.close();
  rmSync(folder, { recursive: true, force: true });
  return { seconds, rows: inserts.reduce((sum, { rows }) => sum + rows.length, 0) };
}
