/**
 * The two databases that rows can live in, and what differs between them.
 * SQL elsewhere quotes names with `"`: MySQL connections run with `ANSI_QUOTES`.
 */
import type { ColumnType } from "typeorm";

type DialectName = "sqlite" | "mysql";

/** A column's meaning; the dialect decides its storage type. */
export type ColumnMeaning = "word" | "text" | "int" | "instant";

interface StorageType {
  readonly type: ColumnType & string;
  readonly length?: string;
}

export interface Dialect {
  readonly name: DialectName;
  /** Most `?` in one statement. */
  readonly parameterLimit: number;
  /** Most characters of values in one statement: a server refuses packets beyond its `max_allowed_packet`. */
  readonly statementLimit: number;
  readonly storage: Readonly<Record<ColumnMeaning, StorageType>>;
  /** The tail that turns an insert into an upsert: on conflict, the named columns take the new values. */
  upsertTail(conflict: readonly string[], update: readonly string[]): string;
  /** The tail of an insert that adds to the number in `column` where the key exists. */
  addTail(table: string, conflict: string, column: string): string;
}

/** Quotes a table or column name. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const assignments = (update: readonly string[], source: (name: string) => string): string =>
  update.map((name) => `${quoted(name)} = ${source(quoted(name))}`).join(", ");

export const sqlite: Dialect = {
  name: "sqlite",
  parameterLimit: 32_766,
  statementLimit: Number.POSITIVE_INFINITY,
  storage: {
    word: { type: "varchar" },
    text: { type: "text" },
    int: { type: "integer" },
    instant: { type: "bigint" },
  },
  upsertTail(conflict, update) {
    const target = conflict.map(quoted).join(", ");
    if (update.length === 0) return ` ON CONFLICT (${target}) DO NOTHING`;
    return ` ON CONFLICT (${target}) DO UPDATE SET ${assignments(update, (name) => `excluded.${name}`)}`;
  },
  addTail: (table, conflict, column) =>
    ` ON CONFLICT (${quoted(conflict)}) DO UPDATE SET ${quoted(column)} = ${quoted(table)}.${quoted(column)} + excluded.${quoted(column)}`,
};

/** Words are `varchar(200)`, the longest externalId; three of them fit in one utf8mb4 index; JSON and texts are `longtext`. */
export const mysql: Dialect = {
  name: "mysql",
  parameterLimit: 65_535,
  statementLimit: 2_000_000,
  storage: {
    word: { type: "varchar", length: "200" },
    text: { type: "longtext" },
    int: { type: "int" },
    instant: { type: "bigint" },
  },
  upsertTail(conflict, update) {
    // MySQL has no DO NOTHING: assigning a key column to itself changes nothing.
    const columns = update.length > 0 ? update : conflict.slice(0, 1);
    const source = update.length > 0 ? (name: string) => `VALUES(${name})` : (name: string) => name;
    return ` ON DUPLICATE KEY UPDATE ${assignments(columns, source)}`;
  },
  addTail: (_table, _conflict, column) =>
    ` ON DUPLICATE KEY UPDATE ${quoted(column)} = ${quoted(column)} + VALUES(${quoted(column)})`,
};

/** The dialect of a TypeORM data source, from its driver type. */
export const dialectOf = (driverType: string): Dialect =>
  driverType === "mysql" || driverType === "mariadb" ? mysql : sqlite;
