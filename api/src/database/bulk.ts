/**
 * Multi-row statements for the hot paths, several times faster than the insert builder.
 * Rows are cut into powers of two, so that a few prepared statements serve every batch size.
 */
import type { EntityManager } from "typeorm";
import { type Dialect, dialectOf, quoted } from "./dialect.ts";

export type SqlValue = string | number | bigint | null | Buffer;

/** Largest number of rows in one statement: beyond it longer statements gain nothing. */
const maxRows = 256;

const cache = new Map<string, string>();

/** The statement for `count` rows; built once, as its text is long. */
function statement(table: string, columns: readonly string[], count: number, tail: string): string {
  const id = `${table}|${columns.join(",")}|${count}|${tail}`;
  let sql = cache.get(id);
  if (sql === undefined) {
    const row = `(${columns.map(() => "?").join(",")})`;
    const rows = new Array<string>(count).fill(row).join(",");
    sql = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(",")}) VALUES ${rows}${tail}`;
    cache.set(id, sql);
  }
  return sql;
}

/** The sizes of the statements for `total` rows: the largest powers of two that fit. */
export function chunkSizes(total: number, columns: number, parameterLimit: number): number[] {
  const most = Math.min(maxRows, 2 ** Math.floor(Math.log2(Math.max(1, parameterLimit / columns))));
  const sizes: number[] = [];
  for (let left = total; left > 0; ) {
    const size = Math.min(most, 2 ** Math.floor(Math.log2(left)));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

type Row<C extends string> = Readonly<Record<C, SqlValue>>;

function flatten<C extends string>(
  rows: readonly Row<C>[],
  columns: readonly C[],
  from: number,
  size: number,
) {
  const values: SqlValue[] = [];
  for (let at = from; at < from + size; at += 1) {
    const row = rows[at];
    for (const column of columns) values.push(row?.[column] ?? null);
  }
  return values;
}

/** Characters of text in a row, near enough to its bytes on the wire. */
function weightOf(values: readonly SqlValue[]): number {
  let weight = 0;
  for (const value of values) weight += typeof value === "string" ? value.length : 8;
  return weight;
}

/** Rows too heavy for one statement go in halves; a row that is too heavy by itself is the server's to refuse. */
async function send<C extends string>(
  manager: EntityManager,
  dialect: Dialect,
  insert: { readonly table: string; readonly columns: readonly C[]; readonly tail: string },
  rows: readonly Row<C>[],
  from: number,
  size: number,
): Promise<void> {
  const { table, columns, tail } = insert;
  const values = flatten(rows, columns, from, size);
  if (
    size > 1 &&
    dialect.statementLimit < Number.POSITIVE_INFINITY &&
    weightOf(values) > dialect.statementLimit
  ) {
    await send(manager, dialect, insert, rows, from, size / 2);
    await send(manager, dialect, insert, rows, from + size / 2, size / 2);
  } else await manager.query(statement(table, columns, size, tail), values);
}

async function write<C extends string>(
  manager: EntityManager,
  dialect: Dialect,
  table: string,
  columns: readonly C[],
  rows: readonly Row<C>[],
  tail: string,
): Promise<void> {
  let from = 0;
  for (const size of chunkSizes(rows.length, columns.length, dialect.parameterLimit)) {
    await send(manager, dialect, { table, columns, tail }, rows, from, size);
    from += size;
  }
}

const dialectFor = (manager: EntityManager): Dialect => dialectOf(manager.dataSource.options.type);

/** Inserts every row; a violated key fails the whole call (and so its transaction). */
export async function insertRows<C extends string>(
  manager: EntityManager,
  table: string,
  columns: readonly C[],
  rows: readonly Row<C>[],
): Promise<void> {
  await write(manager, dialectFor(manager), table, columns, rows, "");
}

/**
 * Inserts every row, or where `conflictColumns` already exist, updates `updateColumns`
 * (default: all the others; none = leave the row as it is). Of two rows with one key the later wins.
 */
export async function upsertRows<C extends string>(
  manager: EntityManager,
  table: string,
  columns: readonly C[],
  rows: readonly Row<C>[],
  conflictColumns: readonly C[],
  updateColumns: readonly C[] = columns.filter((column) => !conflictColumns.includes(column)),
): Promise<void> {
  const dialect = dialectFor(manager);
  await write(manager, dialect, table, columns, rows, dialect.upsertTail(conflictColumns, updateColumns));
}

/** Adds `amount` to a named counter and answers its new value; the first use makes it. */
export async function addToCounter(manager: EntityManager, key: string, amount: number): Promise<number> {
  const tail = dialectFor(manager).addTail("counters", "key", "value");
  await manager.query(`INSERT INTO counters ("key", value) VALUES (?, ?)${tail}`, [key, amount]);
  const [row] = await manager.query<{ value: number | string }[]>(
    `SELECT value FROM counters WHERE "key" = ?`,
    [key],
  );
  return Number(row?.value ?? amount);
}

/** Deletes the rows whose `column` is one of `values`. */
export async function deleteRows(
  manager: EntityManager,
  table: string,
  column: string,
  values: readonly SqlValue[],
): Promise<void> {
  let from = 0;
  for (const size of chunkSizes(values.length, 1, dialectFor(manager).parameterLimit)) {
    const marks = new Array<string>(size).fill("?").join(",");
    const sql = `DELETE FROM ${quoted(table)} WHERE ${quoted(column)} IN (${marks})`;
    await manager.query(sql, values.slice(from, from + size));
    from += size;
  }
}
