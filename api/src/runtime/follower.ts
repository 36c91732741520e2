/**
 * Follows what other processes do to a shared database. Each transaction that changes loads or queues leaves what it
 * changed in `turns`; before anything is decided in a transaction of ours, what others left since is taken over, so a
 * pick always sees every load as it was committed. Between transactions a look every moment keeps pages and lists fresh.
 * With a database of its own a process follows nobody, and nothing here costs it anything.
 */
import type { LoadChanges, LoadState } from "@sluice/engine";
import type { Database, Transaction } from "../database/database.ts";
import type { TurnRow } from "../database/entities/turns.ts";
import {
  forgetTurns,
  maxTurnsBehind,
  newsBetween,
  routingAfter,
  storeTurn,
} from "../database/repositories/turns.ts";
import { readTurn, turnOf } from "../database/turn.ts";
import { newId } from "../ids.ts";
import type { LiveDefinitions } from "./live-definitions.ts";
import { applyChanges, changesNothing, readLoadSnapshot, replaceLoad } from "./load-rows.ts";

const lookMs = 300;
/** Longer than any process is behind that is still of use: one that was suspended reads the whole state. */
const keepMs = 600_000;
const forgetAtOnce = 5_000;
const forgetEveryMs = 60_000;

/** What open pages are told: a topic and its data. */
export type News = readonly [topic: string, data: unknown];

export interface FollowerOptions {
  readonly database: Database;
  readonly load: LoadState;
  readonly definitions: LiveDefinitions;
  /** What other processes told their pages. */
  readonly onNews: (news: readonly News[]) => void;
  /** False while no page listens: then nothing is read for it. */
  readonly isHeard: () => boolean;
  readonly onError: (error: unknown, what: string) => void;
}

export interface Follower {
  /** Leaves what the transaction changed for the others; at most once in it. Answers what to call after the commit. */
  record(
    transaction: Transaction,
    changes: LoadChanges | null,
    news: () => readonly News[],
  ): Promise<() => void>;
  /** Tells the pages of the other processes; resolves when that is committed. */
  tell(news: readonly News[]): Promise<void>;
  /** Resolves once memory holds everything that was committed when this was called. */
  catchUp(): Promise<void>;
  /** Looks at what others did from time to time. */
  start(): void;
  stop(): Promise<void>;
}

const alone: Follower = {
  record: async () => () => undefined,
  tell: async () => undefined,
  catchUp: async () => undefined,
  start: () => undefined,
  stop: async () => undefined,
};

/** Creates it, and from now on every transaction of `database.writer` begins with what others did. */
export function createFollower(options: FollowerOptions): Follower {
  return options.database.shared ? new DatabaseFollower(options) : alone;
}

class DatabaseFollower implements Follower {
  readonly #options: FollowerOptions;
  readonly #process = newId();
  /** The last turn that the load state holds; -1 before it was read. */
  #turn = -1;
  /** The last turn whose news were told. */
  #told = -1;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #forgetAt = 0;

  constructor(options: FollowerOptions) {
    this.#options = options;
    options.database.writer.onTurn((transaction) => this.#follow(transaction));
  }

  async record(transaction: Transaction, changes: LoadChanges | null, newsOf: () => readonly News[]) {
    const news = newsOf();
    const routing = changes === null || changesNothing(changes) ? null : JSON.stringify(changes);
    if (routing === null && news.length === 0) return () => undefined;
    const id = await storeTurn(transaction, {
      at: Date.now(),
      process: this.#process,
      routing,
      news: news.length === 0 ? null : JSON.stringify(news),
    });
    return () => {
      this.#turn = id;
    };
  }

  async tell(news: readonly News[]): Promise<void> {
    const done = await this.#options.database.writer.run((transaction) =>
      this.record(transaction, null, () => news),
    );
    done();
  }

  async catchUp(): Promise<void> {
    const { database, definitions } = this.#options;
    const found = await readTurn(database.reader);
    if (found.turn !== this.#turn || found.house !== definitions.version)
      await database.writer.run(async () => undefined);
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#looking ??= this.#look()
        .catch((error: unknown) => this.#options.onError(error, "following other processes"))
        .finally(() => {
          this.#looking = null;
        });
    }, lookMs).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#looking;
  }

  /** Under the turn: nobody else commits meanwhile, so afterwards memory is what is stored. */
  async #follow(transaction: Transaction): Promise<void> {
    const found = turnOf(transaction);
    if (!found) return;
    const { definitions, load } = this.#options;
    if (found.house !== definitions.version) await definitions.reload(transaction);
    if (found.turn === this.#turn) return;
    const rows = this.#turn < 0 ? [] : await routingAfter(transaction, this.#turn);
    if (rows.length === found.turn - this.#turn && rows.length < maxTurnsBehind) this.#takeOver(rows);
    else replaceLoad(load, await readLoadSnapshot(transaction));
    this.#turn = found.turn;
    if (this.#told < 0) this.#told = found.turn;
  }

  #takeOver(rows: readonly Pick<TurnRow, "routing">[]): void {
    for (const { routing } of rows)
      if (routing !== null) applyChanges(this.#options.load, JSON.parse(routing) as LoadChanges);
  }

  async #look(): Promise<void> {
    const { database, definitions } = this.#options;
    const found = await readTurn(database.reader);
    if (found.house !== definitions.version) await definitions.reload();
    // A transaction of ours that is under way takes over by itself.
    if (found.turn > this.#turn && database.writer.depth === 0) await this.#takeOverBetween();
    if (found.turn > this.#told) await this.#hear(found.turn);
    await this.#forget();
  }

  async #takeOverBetween(): Promise<void> {
    const { database } = this.#options;
    const rows = await routingAfter(database.reader, this.#turn);
    // One may have begun meanwhile, or have ended.
    if (database.writer.depth > 0 || rows[0]?.id !== this.#turn + 1) return;
    this.#takeOver(rows);
    this.#turn = rows.at(-1)?.id ?? this.#turn;
  }

  async #hear(until: number): Promise<void> {
    const { database, onNews, isHeard } = this.#options;
    const from = this.#told;
    this.#told = until;
    if (!isHeard()) return;
    const rows = await newsBetween(database.reader, from, until, this.#process);
    const news = rows.flatMap((row) => JSON.parse(row.news ?? "[]") as News[]);
    if (news.length > 0) onNews(news);
  }

  async #forget(): Promise<void> {
    const now = Date.now();
    if (now < this.#forgetAt) return;
    this.#forgetAt = now + forgetEveryMs;
    await this.#options.database.writer.beside((transaction) =>
      forgetTurns(transaction, now - keepMs, forgetAtOnce),
    );
  }
}
