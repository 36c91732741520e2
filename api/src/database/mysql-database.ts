/**
 * A database on a MySQL or MariaDB server, which several processes may share. What the server lacks is said in one
 * line before a table is touched; tables are made and changed by one process while the others wait.
 */
import { createConnection } from "mysql2/promise";
import type { DataSource, QueryRunner } from "typeorm";
import { AppError } from "../errors.ts";
import type { Database } from "./database.ts";
import { isUnknownDatabase, toDatabaseError } from "./failure.ts";
import { migrate } from "./migrations/migrate.ts";
import { type MysqlAddress, mysqlSource, parseMysqlUrl, placeOf } from "./mysql-sessions.ts";
import { unfitBecause } from "./server-fitness.ts";
import { prepareTurns } from "./turn.ts";
import { createTurnWriter } from "./turn-writer.ts";

/** One for the queue, the others for what goes beside it. */
const writingConnections = 4;
const readingConnections = 8;
/** How long a start waits for that of another process, s. */
const aloneSeconds = 300;

function addressOf(url: string): MysqlAddress {
  try {
    const address = parseMysqlUrl(url);
    if (address.database !== "") return address;
  } catch (error) {
    throw new AppError("config.invalid", {
      values: { name: "DATABASE_URL", reason: "is not a URL such as mysql://user:password@host/name" },
      cause: error,
    });
  }
  throw new AppError("config.invalid", {
    values: { name: "DATABASE_URL", reason: "names no database: mysql://user:password@host/name" },
  });
}

/** Makes the database where there is none and the account may. */
async function makeDatabase({ database, ...address }: MysqlAddress): Promise<void> {
  const connection = await createConnection({ ...address, connectTimeout: 5_000 });
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${database.replaceAll("`", "``")}\` CHARACTER SET utf8mb4`,
    );
  } finally {
    await connection.end();
  }
}

async function enter(source: DataSource, address: MysqlAddress): Promise<void> {
  try {
    await source.initialize();
  } catch (error) {
    if (!isUnknownDatabase(error)) throw error;
    await makeDatabase(address);
    await source.initialize();
  }
}

/** A lock that the server holds for a session: gone with the process, however that ends. */
async function holding<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const name = "CONCAT('sluice:', LEFT(SHA2(DATABASE(), 256), 40))";
  try {
    const [row] = await runner.query(`SELECT GET_LOCK(${name}, ${aloneSeconds}) AS held`);
    if (Number(row?.held) !== 1) throw new AppError("database.busy", { values: { place: "the start" } });
    return await work(runner);
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${name})`).catch(() => undefined);
    await runner.release().catch(() => undefined);
  }
}

async function prepare(writing: DataSource, place: string): Promise<void> {
  const reason = await unfitBecause(writing.manager);
  if (reason !== null) throw new AppError("database.unfit", { values: { place, reason } });
  await holding(writing, () => migrate(writing));
  await prepareTurns(writing.manager);
}

async function closeOpen(...sources: readonly DataSource[]): Promise<void> {
  for (const source of sources) if (source.isInitialized) await source.destroy();
}

/** Opens (and on first use creates) the database at `url`. Throws `database.*`, `config.invalid`. */
export async function openMysql(url: string): Promise<Database> {
  const address = addressOf(url);
  const place = placeOf(address);
  const writing = mysqlSource(address, false, writingConnections);
  const reading = mysqlSource(address, true, readingConnections);
  try {
    await enter(writing, address);
    await prepare(writing, place);
    await reading.initialize();
  } catch (error) {
    await closeOpen(writing, reading);
    throw toDatabaseError(error, place);
  }
  const writer = createTurnWriter(writing, place);
  return {
    writer,
    reader: reading.manager,
    shared: true,
    alone: (work) => holding(writing, work),
    async close() {
      await writer.drain();
      await closeOpen(reading, writing);
    },
  };
}
