/** A MySQL database as one moment of it in a SQLite file, so that one checker walks both. */
import Database from "better-sqlite3";
import { type Connection, createConnection } from "mysql2/promise";

type Row = Readonly<Record<string, string | number | null>>;

async function read<T>(connection: Connection, sql: string): Promise<T[]> {
  const [rows] = await connection.query(sql);
  return rows as T[];
}

function write(
  target: Database.Database,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): void {
  const names = columns.map((column) => `"${column}"`).join(", ");
  target.exec(`CREATE TABLE "${table}" (${names})`);
  const insert = target.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => "?").join(", ")})`);
  target.transaction(() => {
    for (const row of rows) insert.run(columns.map((column) => row[column] ?? null));
  })();
}

async function copyTables(connection: Connection, target: Database.Database): Promise<void> {
  const listed = await read<{ name: string; col: string }>(
    connection,
    `SELECT table_name AS name, column_name AS col FROM information_schema.columns
      WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`,
  );
  const tables = new Map<string, string[]>();
  for (const { name, col } of listed) tables.set(name, [...(tables.get(name) ?? []), col]);
  await connection.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  for (const [table, columns] of tables)
    write(target, table, columns, await read<Row>(connection, `SELECT * FROM \`${table}\``));
}

/** Copies every table of the database at `url` into a new file, as of one moment, also while servers write. */
export async function copyToSqlite(url: string, file: string): Promise<void> {
  const connection = await createConnection({ uri: url, supportBigNumbers: true, decimalNumbers: true });
  const target = new Database(file);
  try {
    await connection.query("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    await copyTables(connection, target);
  } finally {
    target.close();
    await connection.end();
  }
}
