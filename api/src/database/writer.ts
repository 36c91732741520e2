/**
 * The one writer queue.
 * TypeORM's better-sqlite3 driver shares one connection: overlapping transactions on it break each other, and
 * a write beside one can be acknowledged and then vanish in its rollback. So all writes wait here, in order.
 */
import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import { AppError } from "../errors.ts";
import { toDatabaseError } from "./failure.ts";

export interface Writer {
  /**
   * Runs `work` in its own transaction once every earlier one has ended, and commits it.
   * When `work` throws, nothing of it stays. The manager must not be used after `work` has settled, and `work`
   * must not call `run` (it would wait for itself). Rejects with `database.*` errors for failures of the disk.
   */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /**
   * A short transaction beside the queue, where the database allows it: for rows that only their own kind touches
   * (leases, heartbeats, what a worker takes up). It must not read what `run` decides by, and nothing is lost where it
   * is: on SQLite it waits for its turn as `run` does, and its commit does not wait for the disk. A killed process
   * loses none of it; a power cut may, as if it had not been begun.
   */
  beside<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** On a shared database: what every transaction of `run` does first, once its turn has come. */
  onTurn(listener: (transaction: EntityManager) => Promise<void>): void;
  /** How many are waiting or running. */
  readonly depth: number;
}

/** BEGIN IMMEDIATE takes the write lock at once: a transaction never fails half-way because another process wrote. */
async function begin(runner: QueryRunner): Promise<void> {
  await runner.query("BEGIN IMMEDIATE");
  setActive(runner, true);
}

/** TypeORM's `save()` opens a transaction of its own unless it knows of one. */
const setActive = (runner: { isTransactionActive: boolean }, active: boolean): void => {
  runner.isTransactionActive = active;
};

async function rollback(runner: QueryRunner): Promise<void> {
  setActive(runner, false);
  try {
    await runner.query("ROLLBACK");
  } catch (error) {
    // SQLite has already rolled back by itself after some failures (full disk): that is what we want.
    if (!String(error).includes("no transaction is active")) throw error;
  }
}

async function transact<T>(runner: QueryRunner, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  await begin(runner);
  try {
    const result = await work(runner.manager);
    await runner.query("COMMIT");
    setActive(runner, false);
    return result;
  } catch (error) {
    await rollback(runner);
    throw error;
  }
}

/**
 * As `transact`, but the commit is on the disk with the next one that waits for it. The log is written in order, so what
 * is found after a power cut is always a state that there was.
 */
async function transactLightly<T>(
  runner: QueryRunner,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  await runner.query("PRAGMA synchronous = NORMAL");
  try {
    return await transact(runner, work);
  } finally {
    await runner.query("PRAGMA synchronous = FULL");
  }
}

export interface WriterQueue extends Writer {
  /** Refuses new work and resolves when what is queued has ended. */
  drain(): Promise<void>;
}

/** Creates the queue of a data source that nothing else writes through. */
export function createWriter(source: DataSource, place: string): WriterQueue {
  const runner = source.createQueryRunner();
  let tail: Promise<unknown> = Promise.resolve();
  let depth = 0;
  let closed = false;

  type Work<T> = (manager: EntityManager) => Promise<T>;

  async function guarded<T>(work: Work<T>, how: typeof transact): Promise<T> {
    try {
      return await how(runner, work);
    } catch (error) {
      throw toDatabaseError(error, place);
    } finally {
      depth -= 1;
    }
  }

  function queue<T>(work: Work<T>, how: typeof transact): Promise<T> {
    if (closed) return Promise.reject(new AppError("database.closed"));
    depth += 1;
    const result = tail.then(() => guarded(work, how));
    tail = result.catch(() => undefined);
    return result;
  }

  return {
    get depth() {
      return depth;
    },
    run: (work) => queue(work, transact),
    beside: (work) => queue(work, transactLightly),
    // Nobody else writes.
    onTurn: () => undefined,
    async drain() {
      closed = true;
      await tail;
    },
  };
}
