/** The load state in memory: three journalled tables and the queues that follow the entries. */
import type { Presence, TicketStatus } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import { idleAgent, withTicket } from "./agent-load.ts";
import { ChangeFeed } from "./change-feed.ts";
import { type QueueOrder, waitingOrder } from "./entry-order.ts";
import { EntryQueue } from "./entry-queue.ts";
import { JournaledTable } from "./journaled-table.ts";
import type {
  AgentLoad,
  CarriedTicket,
  EntryPatch,
  LoadChanges,
  LoadMark,
  LoadSnapshot,
  LoadState,
  QueueEntry,
} from "./load-state.ts";
import { queueOf } from "./queue-keys.ts";

const fault = (message: string, details: Readonly<Record<string, unknown>> = {}) =>
  new EngineError("routing.load-state", message, details);

/** Made by `createLoadState`. */
export class MemoryLoadState implements LoadState {
  readonly #queues = new Map<string, EntryQueue>();
  readonly #changed = new ChangeFeed();
  readonly #agents: JournaledTable<AgentLoad>;
  readonly #cursors: JournaledTable<string>;
  readonly #entries: JournaledTable<QueueEntry>;
  #open = false;

  constructor(snapshot: LoadSnapshot) {
    this.#agents = new JournaledTable(
      snapshot.agents.map((row) => [row.id, row] as const),
      (id) => this.#changed.push(id, snapshot.agents.length),
    );
    this.#cursors = new JournaledTable(Object.entries(snapshot.cursors));
    this.#entries = new JournaledTable(
      snapshot.entries.map((entry) => [entry.ticket, entry] as const),
      (_ticket, before, after) => this.#follow(before, after),
    );
  }

  agent(id: string): AgentLoad | undefined {
    return this.#agents.get(id);
  }

  agents(): Iterable<AgentLoad> {
    return this.#agents.values();
  }

  get agentVersion(): number {
    return this.#changed.version;
  }

  followAgents(since: number, visit: (agent: string) => void): boolean {
    return this.#changed.follow(since, visit);
  }

  cursor(key: string): string | null {
    return this.#cursors.get(key) ?? null;
  }

  entry(ticket: string): QueueEntry | undefined {
    return this.#entries.get(ticket);
  }

  queue(key: string, order: QueueOrder = waitingOrder): readonly QueueEntry[] {
    return this.#queues.get(key)?.inOrder(order) ?? [];
  }

  heads(key: string): readonly QueueEntry[] {
    return this.#queues.get(key)?.heads() ?? [];
  }

  queues(): Iterable<string> {
    return this.#queues.keys();
  }

  snapshot(): LoadSnapshot {
    return {
      agents: this.#agents.sorted().map(([, row]) => row),
      cursors: Object.fromEntries(this.#cursors.sorted()),
      entries: this.#entries.sorted().map(([, entry]) => entry),
    };
  }

  begin(): void {
    if (this.#open) throw fault("a transaction is already open");
    this.#open = true;
  }

  mark(): LoadMark {
    this.#mustBeOpen();
    return { agents: this.#agents.mark(), cursors: this.#cursors.mark(), entries: this.#entries.mark() };
  }

  rollbackTo(mark: LoadMark): void {
    this.#mustBeOpen();
    this.#agents.rollbackTo(mark.agents);
    this.#cursors.rollbackTo(mark.cursors);
    this.#entries.rollbackTo(mark.entries);
  }

  commit(): LoadChanges {
    const changes = this.changes();
    this.#open = false;
    for (const table of [this.#agents, this.#cursors, this.#entries]) table.emptyLog();
    return changes;
  }

  changes(): LoadChanges {
    this.#mustBeOpen();
    const agents = this.#agents.changes();
    const cursors = this.#cursors.changes().upsert;
    const entries = this.#entries.changes();
    return {
      agents: agents.upsert.map(([, row]) => row),
      removedAgents: agents.remove,
      cursors: Object.fromEntries(cursors),
      entries: { upsert: entries.upsert.map(([, entry]) => entry), remove: entries.remove },
    };
  }

  rollback(): void {
    this.rollbackTo({ agents: 0, cursors: 0, entries: 0 });
    this.#open = false;
  }

  setPresence(agent: string, presence: Presence, at: number): void {
    const row = this.#agents.get(agent) ?? idleAgent(agent, "offline", at);
    if (row.presence !== presence) this.#setAgent({ ...row, presence, presenceSince: at });
    else if (!this.#agents.get(agent)) this.#setAgent(row);
  }

  addTicket(agent: string, ticket: CarriedTicket, assignedAt: number | null): void {
    const row = withTicket(this.#agents.get(agent) ?? idleAgent(agent), ticket, 1);
    this.#setAgent(assignedAt === null ? row : { ...row, lastAssignedAt: assignedAt });
  }

  removeTicket(agent: string, ticket: CarriedTicket): void {
    this.#setAgent(withTicket(this.#agents.get(agent) ?? idleAgent(agent), ticket, -1));
  }

  changeStatus(agent: string, ticket: CarriedTicket, to: TicketStatus): void {
    if (ticket.status === to) return;
    const without = withTicket(this.#agents.get(agent) ?? idleAgent(agent), ticket, -1);
    this.#setAgent(withTicket(without, { ...ticket, status: to }, 1));
  }

  enqueue(entry: QueueEntry): void {
    this.#mustBeOpen();
    if (this.#entries.get(entry.ticket))
      throw fault(`ticket ${entry.ticket} is in a queue already`, { ticket: entry.ticket });
    this.#entries.set(entry.ticket, entry);
  }

  dequeue(ticket: string): QueueEntry | null {
    this.#mustBeOpen();
    const entry = this.#entries.get(ticket);
    if (entry) this.#entries.set(ticket, undefined);
    return entry ?? null;
  }

  updateEntry(ticket: string, patch: EntryPatch): boolean {
    this.#mustBeOpen();
    const entry = this.#entries.get(ticket);
    const differs = (key: keyof EntryPatch) => patch[key] !== undefined && patch[key] !== entry?.[key];
    if (entry && (Object.keys(patch) as (keyof EntryPatch)[]).some(differs))
      this.#entries.set(ticket, { ...entry, ...patch });
    return entry !== undefined;
  }

  setCursor(key: string, agent: string): void {
    this.#mustBeOpen();
    if (this.#cursors.get(key) !== agent) this.#cursors.set(key, agent);
  }

  setAgent(row: AgentLoad): void {
    this.#setAgent(row);
  }

  removeAgent(id: string): void {
    this.#mustBeOpen();
    if (this.#agents.get(id)) this.#agents.set(id, undefined);
  }

  #setAgent(row: AgentLoad): void {
    this.#mustBeOpen();
    this.#agents.set(row.id, row);
  }

  #mustBeOpen(): void {
    if (!this.#open) throw fault("changes need an open transaction: call begin() first");
  }

  #follow(before: QueueEntry | undefined, after: QueueEntry | undefined): void {
    if (before) this.#leave(before);
    if (after) this.#queueOf(after).add(after);
  }

  #leave(entry: QueueEntry): void {
    const key = queueOf(entry);
    const queue = this.#queues.get(key);
    queue?.remove(entry);
    if (queue?.size === 0) this.#queues.delete(key);
  }

  #queueOf(entry: QueueEntry): EntryQueue {
    const key = queueOf(entry);
    const queue = this.#queues.get(key) ?? new EntryQueue();
    this.#queues.set(key, queue);
    return queue;
  }
}
