/** Creates a table from a migration's frozen description, in either dialect. */
import { type QueryRunner, Table, type TableColumnOptions } from "typeorm";
import { type ColumnMeaning, type Dialect, quoted } from "../dialect.ts";
import { binaryCollation, serverVersion } from "../server-fitness.ts";
import { indexName } from "../table.ts";

/** `columns` reads `name meaning, name meaning?, …`; `?` allows NULL. Key lists are names separated by spaces. */
export interface FrozenTable {
  readonly name: string;
  readonly columns: string;
  readonly primary: string;
  readonly unique?: readonly string[];
  readonly indexes?: readonly string[];
}

function toColumn(text: string, primary: readonly string[], dialect: Dialect): TableColumnOptions {
  const [name = "", meaning = ""] = text.trim().split(" ");
  const storage = dialect.storage[meaning.replace("?", "") as ColumnMeaning];
  return { name, ...storage, isNullable: meaning.endsWith("?"), isPrimary: primary.includes(name) };
}

const toIndex = (table: string, unique: boolean) => (names: string) => {
  const columnNames = names.split(" ");
  return { name: indexName(table, columnNames, unique), columnNames, isUnique: unique };
};

/**
 * MySQL's own statement: tables are utf8mb4 with a binary collation whatever the server's default, and one that is
 * there already stays, as a start that was cut short between two tables goes on where it was.
 */
async function createMysqlTable(runner: QueryRunner, dialect: Dialect, frozen: FrozenTable): Promise<void> {
  const keys = (names: string) => names.split(" ").map(quoted).join(", ");
  const columns = frozen.columns.split(",").map((text) => {
    const { name, type, length, isNullable } = toColumn(text, [], dialect);
    return `${quoted(name)} ${type}${length ? `(${length})` : ""} ${isNullable ? "NULL" : "NOT NULL"}`;
  });
  const index = (unique: boolean) => (names: string) =>
    `${unique ? "UNIQUE " : ""}INDEX ${quoted(indexName(frozen.name, names.split(" "), unique))} (${keys(names)})`;
  const parts = [
    ...columns,
    `PRIMARY KEY (${keys(frozen.primary)})`,
    ...(frozen.unique ?? []).map(index(true)),
    ...(frozen.indexes ?? []).map(index(false)),
  ];
  const collation = binaryCollation(await serverVersion(runner));
  await runner.query(
    `CREATE TABLE IF NOT EXISTS ${quoted(frozen.name)} (${parts.join(", ")}) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=${collation}`,
  );
}

/** Creates the table with its keys. */
export async function createTable(runner: QueryRunner, dialect: Dialect, frozen: FrozenTable): Promise<void> {
  if (dialect.name === "mysql") return createMysqlTable(runner, dialect, frozen);
  const primary = frozen.primary.split(" ");
  const table = new Table({
    name: frozen.name,
    columns: frozen.columns.split(",").map((text) => toColumn(text, primary, dialect)),
    indices: [
      ...(frozen.unique ?? []).map(toIndex(frozen.name, true)),
      ...(frozen.indexes ?? []).map(toIndex(frozen.name, false)),
    ],
  });
  await runner.createTable(table);
}

/** Adds a column that allows NULL; one that is there already stays. Written out: TypeORM would copy the table in SQLite. */
export async function addColumn(
  runner: QueryRunner,
  dialect: Dialect,
  table: string,
  name: string,
  meaning: ColumnMeaning,
): Promise<void> {
  const { type, length } = dialect.storage[meaning];
  if (dialect.name === "mysql" && (await isThere(runner, "columns", "column_name", table, name))) return;
  await runner.query(
    `ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(name)} ${type}${length ? `(${length})` : ""}`,
  );
}

/** Whether a MySQL table has a column or an index of that name. */
export async function isThere(
  runner: QueryRunner,
  list: "columns" | "statistics",
  column: "column_name" | "index_name",
  table: string,
  name: string,
): Promise<boolean> {
  const found: unknown[] = await runner.query(
    `SELECT 1 FROM information_schema.${list} WHERE table_schema = DATABASE() AND table_name = ? AND ${column} = ? LIMIT 1`,
    [table, name],
  );
  return found.length > 0;
}
