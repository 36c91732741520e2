/**
 * Working ahead of the turn. Where several processes share a database, one transaction at a time writes; what new
 * tickets come to is therefore computed before the turn, on the loads as this process knows them, while another process
 * has it. In the turn each is taken over if everything that it was read from is still so (definitions, campaigns, its
 * customer, the loads and queues that it looked at), and computed anew if not: the outcome is the turn's own.
 */
import { type Definitions, type Footprint, stillHolds, takeOver, WatchedLoad } from "@sluice/engine";
import { addToCounter } from "../database/bulk.ts";
import type { Database } from "../database/database.ts";
import type { CustomerRow } from "../database/entities/routing.ts";
import type { BatchContext } from "./batch.ts";
import type { Waiting } from "./command.ts";
import { findCustomers } from "./preload.ts";
import { type Computed, type EventContext, runEvent } from "./run-event.ts";

/** Fewer tickets than this are not worth the statements that it takes. */
const fewest = 16;
/** After a batch of which less than half could be taken over, so many batches are not worked out ahead. */
const rest = 8;

/** A ticket that was worked out ahead. */
interface Foreseen extends Computed {
  readonly definitions: Definitions;
  readonly campaigns: string;
  readonly customer: CustomerRow | undefined;
  readonly footprint: Footprint;
}

/** What is known of a batch before its turn. */
export interface Foresight {
  /** The number that was taken for a ticket, whatever becomes of what was foreseen. */
  number(waiting: Waiting): number | undefined;
  /** What the ticket comes to, with what it does to the load state done; `undefined` = compute it now. */
  take(context: BatchContext, waiting: Waiting): Computed | undefined;
}

/** Where nothing was worked out ahead. */
export const noForesight: Foresight = { number: () => undefined, take: () => undefined };

export interface ForesightOptions {
  readonly database: Database;
  /** How it is now. */
  readonly context: () => EventContext;
}

const isCreation = ({ command }: Waiting): boolean => command.body.type === "ticket.created";

const customerOf = ({ command: { body } }: Waiting): string =>
  body.type === "ticket.created" ? body.ticket.input.customer.id : "";

/** Numbers are taken in a transaction of its own: one that is not used is a gap, never a repeat. */
async function takeNumbers({ writer }: Database, count: number): Promise<number> {
  return (await writer.beside((transaction) => addToCounter(transaction, "ticket", count))) - count + 1;
}

const sameCustomer = (a: CustomerRow | undefined, b: CustomerRow | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

class BatchForesight implements Foresight {
  readonly #numbers = new Map<Waiting, number>();
  readonly #foreseen = new Map<Waiting, Foreseen>();
  #asked = 0;
  #taken = 0;

  constructor(creations: readonly Waiting[], firstNumber: number) {
    for (const [at, waiting] of creations.entries()) this.#numbers.set(waiting, firstNumber + at);
  }

  /** True unless most of it was computed in vain. */
  get wasWorthIt(): boolean {
    return 2 * this.#taken >= this.#asked;
  }

  number(waiting: Waiting): number | undefined {
    return this.#numbers.get(waiting);
  }

  /** Computes each on what those before it leave, and leaves the load state as it was. */
  compute(context: EventContext, customers: Map<string, CustomerRow>): void {
    const { load } = context;
    load.begin();
    try {
      for (const [waiting, number] of this.#numbers) this.#computeOne(context, customers, waiting, number);
    } finally {
      load.rollback();
    }
  }

  take(context: BatchContext, waiting: Waiting): Computed | undefined {
    const foreseen = this.#foreseen.get(waiting);
    if (!foreseen) return undefined;
    this.#asked += 1;
    const { load, work, now } = context;
    const definitions = context.definitions.current;
    const holds =
      foreseen.definitions === definitions &&
      foreseen.campaigns === definitions.campaigns(now).key &&
      sameCustomer(foreseen.customer, work.customers.get(customerOf(waiting))) &&
      stillHolds(load, foreseen.footprint);
    if (!holds) return undefined;
    this.#taken += 1;
    takeOver(load, foreseen.footprint);
    return foreseen;
  }

  #computeOne(
    context: EventContext,
    customers: Map<string, CustomerRow>,
    waiting: Waiting,
    number: number,
  ): void {
    const customer = customers.get(customerOf(waiting));
    const watched = new WatchedLoad(context.load);
    const mark = context.load.mark();
    try {
      const met = { before: null, customer, number: () => number };
      const computed = runEvent({ ...context, load: watched }, waiting.command, met);
      if (!computed) return;
      if (computed.rows.customer) customers.set(computed.rows.customer.id, computed.rows.customer.row);
      const { definitions, now } = context;
      const campaigns = definitions.campaigns(now).key;
      const { footprint } = watched;
      this.#foreseen.set(waiting, { ...computed, definitions, campaigns, customer, footprint });
    } catch {
      // Refused, or in need of facts: it comes to the same in its turn, where it is answered.
      context.load.rollbackTo(mark);
    }
  }
}

/** Works batches out ahead where that spares others a wait; `look` never throws. */
export function createForesight({ database, context }: ForesightOptions): {
  look(batch: readonly Waiting[]): Promise<Foresight>;
} {
  let resting = 0;
  let last: BatchForesight | null = null;

  function isWorthIt(creations: readonly Waiting[]): boolean {
    if (!database.shared || creations.length < fewest) return false;
    if (last && !last.wasWorthIt) {
      last = null;
      resting = rest;
    }
    resting -= 1;
    return resting < 0;
  }

  async function compute(creations: readonly Waiting[]): Promise<Foresight> {
    const [first, customers] = await Promise.all([
      takeNumbers(database, creations.length),
      findCustomers(database.reader, [...new Set(creations.map(customerOf))]),
    ]);
    const foresight = new BatchForesight(creations, first);
    foresight.compute(context(), new Map(customers.map((row) => [row.id, row])));
    last = foresight;
    return foresight;
  }

  return {
    async look(batch) {
      const creations = batch.filter(isCreation);
      if (!isWorthIt(creations)) return noForesight;
      // The database's faults are the turn's to tell.
      return compute(creations).catch(() => noForesight);
    },
  };
}
