/** Brings a database's tables up to this release; one that a newer release has written is left untouched. */
import type { DataSource } from "typeorm";
import { AppError } from "../../errors.ts";
import { dialectOf } from "../dialect.ts";
import { allMigrations, schemaVersion } from "./all-migrations.ts";

const findMeta = {
  sqlite: "SELECT name FROM sqlite_master WHERE name = 'meta'",
  mysql:
    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'meta'",
} as const;

/** Checked before any migration runs. Throws `database.newer`. */
async function refuseNewer(source: DataSource): Promise<void> {
  const [table] = await source.query<unknown[]>(findMeta[dialectOf(source.options.type).name]);
  if (table === undefined) return;
  const [row] = await source.query<{ value: string }[]>(`SELECT value FROM meta WHERE "key" = 'schema'`);
  const found = Number(row?.value ?? 0);
  if (found > schemaVersion)
    throw new AppError("database.newer", { values: { found, known: schemaVersion } });
}

/**
 * Runs what is missing of {@link allMigrations}. Writes the version even where nothing changed: a read-only folder or a
 * full disk shows at the start, not at the first ticket. Throws `database.newer`.
 */
export async function migrate(source: DataSource): Promise<void> {
  await refuseNewer(source);
  await source.runMigrations();
  const tail = dialectOf(source.options.type).upsertTail(["key"], ["value"]);
  await source.query(`INSERT INTO meta ("key", value) VALUES ('schema', ?)${tail}`, [String(schemaVersion)]);
}

/** What a data source of a writer is told. */
export const migrationsToRun = [...allMigrations];
