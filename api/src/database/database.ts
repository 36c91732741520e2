/**
 * Opens the embedded database: SQLite in WAL mode, every commit on disk before it is acknowledged.
 * Writes go through one queue; reads use a second, read-only connection that never waits for a write.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DataSource, type EntityManager } from "typeorm";
import { AppError } from "../errors.ts";
import { sqlite } from "./dialect.ts";
import { allTables } from "./entities/all-tables.ts";
import { toDatabaseError } from "./failure.ts";
import { allMigrations, schemaVersion } from "./migrations/all-migrations.ts";
import { toEntitySchema } from "./table.ts";
import { createWriter, type Writer } from "./writer.ts";

/** The handle that a transaction's statements go through. */
export type Transaction = EntityManager;

/** Either a transaction or the reader: whatever can be queried. */
export type Queryable = EntityManager;

export interface Database {
  readonly writer: Writer;
  /** Reads what was committed before the statement began. Refuses writes. */
  readonly reader: EntityManager;
  /** Waits for queued writes, then closes both connections. */
  close(): Promise<void>;
}

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
    migrations: readonly ? [] : [...allMigrations],
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

/** Checked before any migration runs, so that a newer database is left untouched. */
async function refuseNewer(source: DataSource): Promise<void> {
  const [table] = await source.query<unknown[]>("SELECT name FROM sqlite_master WHERE name = 'meta'");
  if (table === undefined) return;
  const [row] = await source.query<{ value: string }[]>(`SELECT value FROM meta WHERE "key" = 'schema'`);
  const found = Number(row?.value ?? 0);
  if (found > schemaVersion)
    throw new AppError("database.newer", { values: { found, known: schemaVersion } });
}

/** A write that changes nothing: a read-only folder or a full disk shows at the start, not at the first ticket. */
async function migrate(source: DataSource): Promise<void> {
  await refuseNewer(source);
  await source.runMigrations();
  await source.query(
    `INSERT INTO meta ("key", value) VALUES ('schema', ?) ON CONFLICT ("key") DO UPDATE SET value = excluded.value`,
    [String(schemaVersion)],
  );
}

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

/**
 * Opens (and on first use creates) the database in `dataDir`, bringing its tables up to this release.
 * Throws `database.*` errors whose message says what to do; the data is then untouched.
 */
export async function createDatabase(options: { readonly dataDir: string }): Promise<Database> {
  const file = join(options.dataDir, "sluice.db");
  try {
    await mkdir(options.dataDir, { recursive: true });
    const { writing, reading } = await openBoth(file);
    const writer = createWriter(writing, file);
    return {
      writer,
      reader: reading.manager,
      async close() {
        await writer.drain();
        await closeOpen(reading, writing);
      },
    };
  } catch (error) {
    throw toDatabaseError(error, file);
  }
}
