/** What a bulk job asks of whoever knows how its things are dealt with: one hand for each subject. */
import type { Transaction } from "../database/database.ts";
import type { Actor } from "../runtime/command.ts";
import type { Runtime } from "../runtime/runtime.ts";

/** A job as its hand sees it. */
export interface BulkWork {
  /** What is done to each, as the caller said it. */
  readonly action: unknown;
  readonly actor: Actor;
  /** To be written in the transaction that does it to the item. */
  markDone(transaction: Transaction, item: string): Promise<void>;
}

/** Does it to one item, marked in the same transaction; a refusal is thrown and is the answer for this item alone. */
export type DoOne = (item: string) => Promise<unknown>;

/** Readies a page of items: what it reads for all of them is read once. */
export type BulkHand = (work: BulkWork, items: readonly string[]) => Promise<DoOne>;

/** What hands need of the runtime. */
export type BulkRuntime = Pick<
  Runtime,
  "submit" | "definitions" | "load" | "clock" | "reference" | "pokeJobs"
>;
