/**
 * Sessions with MySQL or MariaDB as every statement here expects them: names quoted with `"`, strict values,
 * READ COMMITTED, lock waits that end. The server's own defaults never show through.
 */
import { createPool, type Pool, type PoolOptions } from "mysql2";
import { DataSource } from "typeorm";
import { mysql } from "./dialect.ts";
import { allTables } from "./entities/all-tables.ts";
import { migrationsToRun } from "./migrations/migrate.ts";
import { toEntitySchema } from "./table.ts";

/** How long a transaction waits for its turn or a row before it is tried again, s. */
const lockWaitSeconds = 10;
/**
 * A writing session that says nothing for so long is ended by the server, s: a process that hangs in the middle of
 * its transaction (a suspended machine, a cut network) gives its turn back.
 */
const silentWriterSeconds = 60;

const settings = (readonly: boolean): readonly string[] => [
  "SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
  `SET SESSION innodb_lock_wait_timeout = ${lockWaitSeconds}, wait_timeout = ${silentWriterSeconds}, time_zone = '+00:00'`,
  ...(readonly ? ["SET SESSION TRANSACTION READ ONLY"] : []),
];

/** The driver as TypeORM knows it, whose connections are prepared before anybody uses them. */
const preparing = (statements: readonly string[]) => ({
  createPool(options: PoolOptions): Pool {
    const pool = createPool(options);
    pool.on("connection", (connection) => {
      for (const sql of statements) connection.query(sql);
    });
    return pool;
  },
});

/** Where a database is and as whom it is entered. */
export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly socketPath?: string;
  readonly ssl?: Record<string, never>;
}

/** Reads `mysql://user:password@host:port/name`, with `?ssl=true` or `?socket=/path`. Throws a `TypeError` for what is no URL. */
export function parseMysqlUrl(text: string): MysqlAddress {
  const url = new URL(text);
  const socketPath = url.searchParams.get("socket");
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(socketPath === null ? {} : { socketPath }),
    ...(url.searchParams.get("ssl") === "true" ? { ssl: {} } : {}),
  };
}

/** The place in messages and logs: without the password. */
export const placeOf = ({ host, port, database, socketPath }: MysqlAddress): string =>
  `${socketPath ?? `${host}:${port}`}/${database}`;

/** A data source of `connections` sessions; nothing is opened before `initialize`. */
export const mysqlSource = (address: MysqlAddress, readonly: boolean, connections: number): DataSource =>
  new DataSource({
    type: "mysql",
    driver: preparing(settings(readonly)),
    ...{ host: address.host, port: address.port, username: address.user, password: address.password },
    database: address.database,
    ...(address.socketPath === undefined ? {} : { socketPath: address.socketPath }),
    ...(address.ssl === undefined ? {} : { ssl: address.ssl }),
    charset: "utf8mb4_bin",
    connectTimeout: 5_000,
    poolSize: connections,
    // 64-bit integers come as numbers wherever those hold them exactly: instants and counts always do.
    bigNumberStrings: false,
    extra: { decimalNumbers: true, idleTimeout: 30_000, maxIdle: connections },
    entities: allTables.map((table) => toEntitySchema(table, mysql)),
    migrations: readonly ? [] : migrationsToRun,
    migrationsTransactionMode: "none",
    logging: false,
  });
