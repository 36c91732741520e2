/** How much is stored: a count per table, read beside the server from its own file. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Rows per table of the one SQLite file in the data folder. */
export function rowCounts(dataDir: string): Readonly<Record<string, number>> {
  const file = readdirSync(dataDir).find((name) => /\.(?:sqlite|db)$/.test(name));
  if (file === undefined) throw new Error(`no database in ${dataDir}`);
  const database = new Database(join(dataDir, file), { readonly: true });
  try {
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all() as { name: string }[];
    const count = (name: string) =>
      (database.prepare(`SELECT COUNT(*) AS count FROM "${name}"`).get() as { count: number }).count;
    return Object.fromEntries(tables.map(({ name }) => [name, count(name)]));
  } finally {
    database.close();
  }
}
