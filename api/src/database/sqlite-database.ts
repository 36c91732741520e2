/**
 * The embedded database: SQLite in WAL mode, every commit on disk before it is acknowledged.
 * Writes go through one queue; reads use a second, read-only connection that never waits for a write.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DataSource } from "typeorm";
import type { Database } from "./database.ts";
import { sqlite } from "./dialect.ts";
import { allTables } from "./entities/all-tables.ts";
import { toDatabaseError } from "./failure.ts";
import { migrate, migrationsToRun } from "./migrations/migrate.ts";
import { toEntitySchema } from "./table.ts";
import { createWriter } from "./writer.ts";

interface Connection {
  pragma(text: string): unknown;
}

const busyTimeoutMs = 10_000;

const openSource = (file: string, readonly: boolean, prepare: (connection: Connection) => void): DataSource =>
  new DataSource({
    type: "better-sqlite3",
    database: file,
    readonly,
    timeout: busyTimeoutMs,
    statementCacheSize: 500,
    entities: allTables.map((table) => toEntitySchema(table, sqlite)),
    migrations: readonly ? [] : migrationsToRun,
    migrationsTransactionMode: "all",
    logging: false,
    prepareDatabase: prepare,
  });

/** `synchronous = FULL` makes a WAL commit wait for the disk; foreign keys are switched on by the driver. */
function prepareWriter(connection: Connection): void {
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("cache_size = -32000");
  connection.pragma("temp_store = MEMORY");
}

const prepareReader = (connection: Connection): void => {
  connection.pragma("query_only = ON");
  connection.pragma("cache_size = -32000");
};

async function openBoth(file: string): Promise<{ writing: DataSource; reading: DataSource }> {
  const writing = openSource(file, false, prepareWriter);
  const reading = openSource(file, true, prepareReader);
  try {
    await writing.initialize();
    await migrate(writing);
    await reading.initialize();
    return { writing, reading };
  } catch (error) {
    await closeOpen(writing, reading);
    throw error;
  }
}

async function closeOpen(...sources: readonly DataSource[]): Promise<void> {
  for (const source of sources) if (source.isInitialized) await source.destroy();
}

/** Opens (and on first use creates) the database in `dataDir`. Throws `database.*`. */
export async function openSqlite(dataDir: string): Promise<Database> {
  const file = join(dataDir, "sluice.db");
  try {
    await mkdir(dataDir, { recursive: true });
    const { writing, reading } = await openBoth(file);
    const writer = createWriter(writing, file);
    return {
      writer,
      reader: reading.manager,
      shared: false,
      alone: (work) => work(),
      async close() {
        await writer.drain();
        await closeOpen(reading, writing);
      },
    };
  } catch (error) {
    throw toDatabaseError(error, file);
  }
}
