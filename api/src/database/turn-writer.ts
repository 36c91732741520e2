/**
 * The writer of a shared database: within the process one transaction at a time, in order; between processes by
 * turns (see `turn.ts`). What the database gives up for reasons of its own (a deadlock, a wait that took too long,
 * a connection that had died before anything was said) is tried again from the beginning.
 */
import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import { AppError } from "../errors.ts";
import { isConnectionLost, isLockFailure, toDatabaseError } from "./failure.ts";
import { takeTurn } from "./turn.ts";
import type { WriterQueue } from "./writer.ts";

type Work<T> = (manager: EntityManager) => Promise<T>;

/** Tries of one transaction. */
const maxTries = 4;
const firstPauseMs = 20;

/** Twice as long each time, ± half: two that collided do not collide again. */
const pause = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** tries * (0.5 + Math.random())));

/** A session on which nothing was done yet: one that the server has ended meanwhile is replaced by a new one. */
async function begin(source: DataSource): Promise<QueryRunner> {
  for (let tries = 1; ; tries += 1) {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      return runner;
    } catch (error) {
      await release(runner);
      if (tries === maxTries || !isConnectionLost(error)) throw error;
    }
  }
}

async function release(runner: QueryRunner): Promise<void> {
  // A session that died has rolled back by itself, and releasing it says the same fault again.
  await runner.release().catch(() => undefined);
}

async function once<T>(source: DataSource, work: Work<T>): Promise<T> {
  const runner = await begin(source);
  try {
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await release(runner);
  }
}

async function transact<T>(source: DataSource, work: Work<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(source, work);
    } catch (error) {
      if (tries === maxTries || !isLockFailure(error)) throw error;
      await pause(tries);
    }
  }
}

/** Creates the writer; `place` is named in errors. */
export function createTurnWriter(source: DataSource, place: string): WriterQueue {
  let tail: Promise<unknown> = Promise.resolve();
  const beside = new Set<Promise<unknown>>();
  let listener: ((transaction: EntityManager) => Promise<void>) | undefined;
  let depth = 0;
  let closed = false;

  const mapped = async <T>(work: Work<T>): Promise<T> => {
    try {
      return await transact(source, work);
    } catch (error) {
      throw toDatabaseError(error, place);
    }
  };

  const inTurn =
    <T>(work: Work<T>): Work<T> =>
    async (manager) => {
      await takeTurn(manager);
      await listener?.(manager);
      return work(manager);
    };

  return {
    get depth() {
      return depth;
    },
    run(work) {
      if (closed) return Promise.reject(new AppError("database.closed"));
      depth += 1;
      const result = tail
        .then(() => mapped(inTurn(work)))
        .finally(() => {
          depth -= 1;
        });
      tail = result.catch(() => undefined);
      return result;
    },
    beside(work) {
      if (closed) return Promise.reject(new AppError("database.closed"));
      const result = mapped(work);
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      beside.add(ended);
      void ended.then(() => beside.delete(ended));
      return result;
    },
    onTurn(first) {
      listener = first;
    },
    async drain() {
      closed = true;
      await tail;
      await Promise.all(beside);
    },
  };
}
