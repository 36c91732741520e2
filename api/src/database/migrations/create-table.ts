/** Creates a table from a migration's frozen description, in either dialect. */
import { type QueryRunner, Table, type TableColumnOptions } from "typeorm";
import type { ColumnMeaning, Dialect } from "../dialect.ts";
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

/** Creates the table with its keys; MySQL tables are utf8mb4 with a binary collation. */
export async function createTable(runner: QueryRunner, dialect: Dialect, frozen: FrozenTable): Promise<void> {
  const primary = frozen.primary.split(" ");
  const table = new Table({
    name: frozen.name,
    columns: frozen.columns.split(",").map((text) => toColumn(text, primary, dialect)),
    indices: [
      ...(frozen.unique ?? []).map(toIndex(frozen.name, true)),
      ...(frozen.indexes ?? []).map(toIndex(frozen.name, false)),
    ],
    ...(dialect.name === "mysql" ? { engine: "InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin" } : {}),
  });
  await runner.createTable(table);
}
