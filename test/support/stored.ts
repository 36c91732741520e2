/** What is stored, read past the server: from its SQLite file, or through a session of the test's own with MySQL. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createConnection } from "mysql2/promise";

/** Where a server keeps its rows. */
export interface StoredAt {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
}

/** Runs one reading statement; names are quoted with `"` in both. */
export async function readRows<Row>({ dataDir, databaseUrl }: StoredAt, sql: string): Promise<Row[]> {
  if (databaseUrl !== undefined) return readMysql<Row>(databaseUrl, sql);
  const database = new Database(join(dataDir, "sluice.db"), { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

async function readMysql<Row>(url: string, sql: string): Promise<Row[]> {
  const connection = await createConnection({ uri: url, supportBigNumbers: true, decimalNumbers: true });
  try {
    await connection.query("SET SESSION sql_mode = 'ANSI_QUOTES'");
    const [rows] = await connection.query(sql);
    return rows as Row[];
  } finally {
    await connection.end();
  }
}

const listTables = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  mysql:
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1",
} as const;

/** What a shared database keeps for the other processes, and not for people. */
const bookkeeping = new Set(["turns"]);

/** Rows per table. */
export async function rowCounts(at: StoredAt): Promise<Readonly<Record<string, number>>> {
  const tables = await readRows<{ name: string }>(
    at,
    listTables[at.databaseUrl === undefined ? "sqlite" : "mysql"],
  );
  const counts = await Promise.all(
    tables
      .filter(({ name }) => !bookkeeping.has(name))
      .map(async ({ name }) => {
        const [row] = await readRows<{ count: number }>(at, `SELECT COUNT(*) AS count FROM "${name}"`);
        return [name, Number(row?.count)] as const;
      }),
  );
  return Object.fromEntries(counts);
}

/** Everything that is stored, as text: the bytes of the SQLite files, or every row of every MySQL table. */
export async function storedText(at: StoredAt): Promise<string> {
  if (at.databaseUrl === undefined)
    return readdirSync(at.dataDir)
      .filter((name) => name.startsWith("sluice.db"))
      .map((name) => readFileSync(join(at.dataDir, name), "latin1"))
      .join("");
  const tables = await readRows<{ name: string }>(at, listTables.mysql);
  const rows = await Promise.all(tables.map(({ name }) => readRows(at, `SELECT * FROM "${name}"`)));
  return JSON.stringify(rows);
}
