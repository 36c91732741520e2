/**
 * The database: SQLite in the data folder, or a MySQL server that several processes share.
 * Either way there is one writer at a time and a reader beside it; nothing else opens the database.
 */
import type { EntityManager } from "typeorm";
import { openMysql } from "./mysql-database.ts";
import { openSqlite } from "./sqlite-database.ts";
import type { Writer } from "./writer.ts";

/** The handle that a transaction's statements go through. */
export type Transaction = EntityManager;

/** Either a transaction or the reader: whatever can be queried. */
export type Queryable = EntityManager;

export interface Database {
  readonly writer: Writer;
  /** Reads what was committed before the statement began. Refuses writes. */
  readonly reader: EntityManager;
  /** True when other processes may write to it: what is kept in memory must follow them. */
  readonly shared: boolean;
  /** Runs `work` while no other process of this database runs something by `alone`: first starts, which are not one transaction. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for queued writes, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens (and on first use creates) the database at `url` (`mysql://…`), without one that in `dataDir`, bringing its
 * tables up to this release. Throws `database.*` errors whose message says what to do; the data is then untouched.
 */
export const createDatabase = (options: {
  readonly dataDir: string;
  readonly url?: string | undefined;
}): Promise<Database> => (options.url === undefined ? openSqlite(options.dataDir) : openMysql(options.url));
