/**
 * Working ahead. What a ticket comes to can be worked out on the load state before its turn, and taken over in its turn
 * if everything that it was read from is still what it was; else it is worked out again. Rows are values that change only
 * by being replaced, so "still" is identity: whoever takes rows over takes the very same ones, and a row that another
 * transaction or process replaced is another one, whatever it says. A ticket for which nobody was found is less easily
 * moved: it stays where it was put while everybody who was looked at carries as much as then or more. The outcome is the
 * one that the turn itself would give; loads in its decision are those that were seen.
 */
import { ticketStatuses } from "@sluice/schemas";
import type {
  AgentLoad,
  CarriedTicket,
  EntryPatch,
  LoadChanges,
  LoadMark,
  LoadSnapshot,
  LoadState,
  QueueEntry,
  StatusCounts,
} from "./load-state.ts";

/** What one ticket read of the load state and left in it. */
export interface Footprint {
  readonly read: {
    readonly agents: ReadonlyMap<string, AgentLoad | undefined>;
    readonly cursors: ReadonlyMap<string, string | null>;
    /** The heads of queues, in any order. */
    readonly heads: ReadonlyMap<string, readonly QueueEntry[]>;
    readonly entries: ReadonlyMap<string, QueueEntry | undefined>;
  };
  readonly wrote: {
    readonly agents: ReadonlyMap<string, AgentLoad>;
    readonly cursors: ReadonlyMap<string, string>;
    readonly entries: ReadonlyMap<string, QueueEntry | undefined>;
  };
}

/** Thrown where the whole state would be read: such an outcome is not worked out ahead. */
export class NotForeseeable extends Error {
  constructor(what: string) {
    super(`${what} reads more of the load state than can be compared later`);
    this.name = "NotForeseeable";
  }
}

const refuse = (what: string): never => {
  throw new NotForeseeable(what);
};

/** A load state that notes what is read and written of another; for one ticket, inside that one's transaction. */
export class WatchedLoad implements LoadState {
  readonly #load: LoadState;
  readonly #agents = new Map<string, AgentLoad | undefined>();
  readonly #cursors = new Map<string, string | null>();
  readonly #heads = new Map<string, readonly QueueEntry[]>();
  readonly #entries = new Map<string, QueueEntry | undefined>();
  readonly #wroteAgents = new Map<string, AgentLoad>();
  readonly #wroteCursors = new Map<string, string>();
  readonly #wroteEntries = new Map<string, QueueEntry | undefined>();

  constructor(load: LoadState) {
    this.#load = load;
  }

  get footprint(): Footprint {
    return {
      read: {
        agents: this.#agents,
        cursors: this.#cursors,
        heads: this.#heads,
        entries: this.#entries,
      },
      wrote: { agents: this.#wroteAgents, cursors: this.#wroteCursors, entries: this.#wroteEntries },
    };
  }

  agent(id: string): AgentLoad | undefined {
    const row = this.#load.agent(id);
    if (!this.#wroteAgents.has(id) && !this.#agents.has(id)) this.#agents.set(id, row);
    return row;
  }

  cursor(key: string): string | null {
    const value = this.#load.cursor(key);
    if (!this.#wroteCursors.has(key) && !this.#cursors.has(key)) this.#cursors.set(key, value);
    return value;
  }

  entry(ticket: string): QueueEntry | undefined {
    const entry = this.#load.entry(ticket);
    if (!this.#wroteEntries.has(ticket) && !this.#entries.has(ticket)) this.#entries.set(ticket, entry);
    return entry;
  }

  heads(key: string): readonly QueueEntry[] {
    // Its own entry may be among them: not what was there before it.
    if (this.#wroteEntries.size > 0) refuse("looking at queues after joining one");
    const heads = this.#load.heads(key);
    if (!this.#heads.has(key)) this.#heads.set(key, heads);
    return heads;
  }

  addTicket(agent: string, ticket: CarriedTicket, assignedAt: number | null): void {
    this.agent(agent);
    this.#load.addTicket(agent, ticket, assignedAt);
    this.#noteAgent(agent);
  }

  removeTicket(agent: string, ticket: CarriedTicket): void {
    this.agent(agent);
    this.#load.removeTicket(agent, ticket);
    this.#noteAgent(agent);
  }

  changeStatus(agent: string, ticket: CarriedTicket, to: CarriedTicket["status"]): void {
    this.agent(agent);
    this.#load.changeStatus(agent, ticket, to);
    this.#noteAgent(agent);
  }

  enqueue(entry: QueueEntry): void {
    this.entry(entry.ticket);
    this.#load.enqueue(entry);
    this.#noteEntry(entry.ticket);
  }

  dequeue(ticket: string): QueueEntry | null {
    if (this.entry(ticket) === undefined) return null;
    const entry = this.#load.dequeue(ticket);
    this.#noteEntry(ticket);
    return entry;
  }

  updateEntry(ticket: string, patch: EntryPatch): boolean {
    const before = this.entry(ticket);
    const found = this.#load.updateEntry(ticket, patch);
    if (this.#load.entry(ticket) !== before) this.#noteEntry(ticket);
    return found;
  }

  setCursor(key: string, agent: string): void {
    this.#load.setCursor(key, agent);
    this.#wroteCursors.set(key, agent);
  }

  setAgent(row: AgentLoad): void {
    this.#load.setAgent(row);
    this.#noteAgent(row.id);
  }

  mark(): LoadMark {
    return this.#load.mark();
  }

  get agentVersion(): number {
    return refuse("an index of agents");
  }

  agents(): Iterable<AgentLoad> {
    return refuse("every agent");
  }

  followAgents(): boolean {
    return refuse("an index of agents");
  }

  queue(): readonly QueueEntry[] {
    return refuse("a whole queue");
  }

  queues(): Iterable<string> {
    return refuse("every queue");
  }

  snapshot(): LoadSnapshot {
    return refuse("a snapshot");
  }

  changes(): LoadChanges {
    return refuse("the changes of a transaction");
  }

  begin(): void {
    refuse("a transaction");
  }

  rollbackTo(): void {
    refuse("a transaction");
  }

  commit(): LoadChanges {
    return refuse("a transaction");
  }

  rollback(): void {
    refuse("a transaction");
  }

  setPresence(): void {
    refuse("a presence");
  }

  removeAgent(): void {
    refuse("an agent that leaves");
  }

  #noteAgent(id: string): void {
    const row = this.#load.agent(id);
    if (row) this.#wroteAgents.set(id, row);
  }

  #noteEntry(ticket: string): void {
    this.#wroteEntries.set(ticket, this.#load.entry(ticket));
  }
}

function sameHeads(now: readonly QueueEntry[], then: readonly QueueEntry[]): boolean {
  return now.length === then.length && then.every((entry) => now.includes(entry));
}

const all = <V>(seen: ReadonlyMap<string, V>, isSame: (key: string, value: V) => boolean): boolean => {
  for (const [key, value] of seen) if (!isSame(key, value)) return false;
  return true;
};

const carriesNoLess = (now: StatusCounts, then: StatusCounts): boolean =>
  ticketStatuses.every((status) => (now[status] ?? 0) >= (then[status] ?? 0));

/** Who could not be given a ticket then cannot now either, whichever statuses count. */
const hasNoMoreRoom = (now: AgentLoad | undefined, then: AgentLoad | undefined): boolean =>
  now === then ||
  (now !== undefined &&
    then !== undefined &&
    now.presence === then.presence &&
    carriesNoLess(now.counts.chat, then.counts.chat) &&
    carriesNoLess(now.counts.ticket, then.counts.ticket));

/** True when the same ticket would come to the same now. */
export function stillHolds(load: LoadState, { read, wrote }: Footprint): boolean {
  if (!all(read.entries, (ticket, entry) => load.entry(ticket) === entry)) return false;
  // Whoever was found is in what was written, and whoever was found and left to others had the queues looked at.
  if (wrote.agents.size === 0 && read.heads.size === 0)
    return all(read.agents, (id, row) => hasNoMoreRoom(load.agent(id), row));
  return (
    all(read.agents, (id, row) => load.agent(id) === row) &&
    all(read.cursors, (key, value) => load.cursor(key) === value) &&
    all(read.heads, (key, heads) => sameHeads(load.heads(key), heads))
  );
}

/** Does to the state what was done to it ahead; only while `stillHolds`. */
export function takeOver(load: LoadState, { wrote }: Footprint): void {
  for (const row of wrote.agents.values()) load.setAgent(row);
  for (const [key, agent] of wrote.cursors) load.setCursor(key, agent);
  for (const [ticket, entry] of wrote.entries) {
    load.dequeue(ticket);
    if (entry) load.enqueue(entry);
  }
}
