/**
 * A table as data: what its columns mean, its keys and its indexes.
 * `toEntitySchema` turns it into TypeORM's entity for one dialect; the migrations create it.
 */
import { EntitySchema, type EntitySchemaColumnOptions } from "typeorm";
import type { ColumnMeaning, Dialect } from "./dialect.ts";

export interface ColumnSpec {
  readonly meaning: ColumnMeaning;
  readonly nullable: boolean;
}

export interface TableSpec<Row extends object = object> {
  readonly name: string;
  readonly columns: { readonly [K in keyof Row]: ColumnSpec };
  readonly primary: readonly (keyof Row & string)[];
  readonly unique: readonly (readonly (keyof Row & string)[])[];
  readonly indexes: readonly (readonly (keyof Row & string)[])[];
}

const column = (meaning: ColumnMeaning, nullable = false): ColumnSpec => ({ meaning, nullable });

/** Short text that may be a key: ids, keys, states, names. */
export const word = column("word");
/** Text or JSON of any length. */
export const text = column("text");
export const int = column("int");
/** Epoch milliseconds. */
export const instant = column("instant");

/** The same column, allowing NULL. */
export const nullable = (spec: ColumnSpec): ColumnSpec => ({ ...spec, nullable: true });

/** Declares a table whose rows are `Row`. */
export function defineTable<Row extends object>(
  name: string,
  columns: TableSpec<Row>["columns"],
  keys: {
    readonly primary: TableSpec<Row>["primary"];
    readonly unique?: TableSpec<Row>["unique"];
    readonly indexes?: TableSpec<Row>["indexes"];
  },
): TableSpec<Row> {
  return {
    name,
    columns,
    primary: keys.primary,
    unique: keys.unique ?? [],
    indexes: keys.indexes ?? [],
  };
}

/** Drivers may hand 64-bit integers over as text; instants and counts fit in a double. */
const numeric = {
  from: (value: unknown) => (value === null ? null : Number(value)),
  to: (value: unknown) => value,
};

const toColumn = (spec: ColumnSpec, primary: boolean, dialect: Dialect): EntitySchemaColumnOptions => ({
  ...dialect.storage[spec.meaning],
  nullable: spec.nullable,
  primary,
  ...(spec.meaning === "instant" ? { transformer: numeric } : {}),
});

/** Names are given, not generated: both the migrations and people read them in error messages. */
export const indexName = (table: string, columns: readonly string[], unique: boolean): string =>
  `${unique ? "uq" : "ix"}_${table}_${columns.join("_")}`;

/** TypeORM's view of the table, registered under the table's name. */
export function toEntitySchema(spec: TableSpec, dialect: Dialect): EntitySchema {
  const columns = Object.entries<ColumnSpec>(spec.columns as Record<string, ColumnSpec>);
  const primary = spec.primary as readonly string[];
  const index = (names: readonly string[], unique: boolean) => ({
    name: indexName(spec.name, names, unique),
    columns: [...names],
    unique,
  });
  return new EntitySchema({
    name: spec.name,
    tableName: spec.name,
    columns: Object.fromEntries(
      columns.map(([name, column]) => [name, toColumn(column, primary.includes(name), dialect)]),
    ),
    indices: [
      ...spec.unique.map((names) => index(names, true)),
      ...spec.indexes.map((names) => index(names, false)),
    ],
  });
}
