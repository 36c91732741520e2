import { EngineError } from "../errors.js";
import { idleAgent, withTicket } from "./agent-load.js";
import { waitingOrder } from "./entry-order.js";
import { EntryQueue } from "./entry-queue.js";
import { JournaledTable } from "./journaled-table.js";
import { queueOf } from "./queue-keys.js";

const fault = (message, details = {}) => new EngineError("routing.load-state", message, details);
/** Made by `createLoadState`. */
export class MemoryLoadState {
  #queues = new Map();
  #agents;
  #cursors;
  #entries;
  #open = false;
  constructor(snapshot) {
    this.#agents = new JournaledTable(snapshot.agents.map((row) => [row.id, row]));
    this.#cursors = new JournaledTable(Object.entries(snapshot.cursors));
    this.#entries = new JournaledTable(
      snapshot.entries.map((entry) => [entry.ticket, entry]),
      (before, after) => this.#follow(before, after),
    );
  }
  agent(id) {
    return this.#agents.get(id);
  }
  agents() {
    return this.#agents.values();
  }
  cursor(key) {
    return this.#cursors.get(key) ?? null;
  }
  entry(ticket) {
    return this.#entries.get(ticket);
  }
  queue(key, order = waitingOrder) {
    return this.#queues.get(key)?.inOrder(order) ?? [];
  }
  queues() {
    return this.#queues.keys();
  }
  snapshot() {
    return {
      agents: this.#agents.sorted().map(([, row]) => row),
      cursors: Object.fromEntries(this.#cursors.sorted()),
      entries: this.#entries.sorted().map(([, entry]) => entry),
    };
  }
  begin() {
    if (this.#open) throw fault("a transaction is already open");
    this.#open = true;
  }
  mark() {
    this.#mustBeOpen();
    return { agents: this.#agents.mark(), cursors: this.#cursors.mark(), entries: this.#entries.mark() };
  }
  rollbackTo(mark) {
    this.#mustBeOpen();
    this.#agents.rollbackTo(mark.agents);
    this.#cursors.rollbackTo(mark.cursors);
    this.#entries.rollbackTo(mark.entries);
  }
  commit() {
    const changes = this.changes();
    this.#open = false;
    for (const table of [this.#agents, this.#cursors, this.#entries]) table.emptyLog();
    return changes;
  }
  changes() {
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
  rollback() {
    this.rollbackTo({ agents: 0, cursors: 0, entries: 0 });
    this.#open = false;
  }
  setPresence(agent, presence, at) {
    const row = this.#agents.get(agent) ?? idleAgent(agent, "offline", at);
    if (row.presence !== presence) this.#setAgent({ ...row, presence, presenceSince: at });
    else if (!this.#agents.get(agent)) this.#setAgent(row);
  }
  addTicket(agent, ticket, assignedAt) {
    const row = withTicket(this.#agents.get(agent) ?? idleAgent(agent), ticket, 1);
    this.#setAgent(assignedAt === null ? row : { ...row, lastAssignedAt: assignedAt });
  }
  removeTicket(agent, ticket) {
    this.#setAgent(withTicket(this.#agents.get(agent) ?? idleAgent(agent), ticket, -1));
  }
  changeStatus(agent, ticket, to) {
    if (ticket.status === to) return;
    const without = withTicket(this.#agents.get(agent) ?? idleAgent(agent), ticket, -1);
    this.#setAgent(withTicket(without, { ...ticket, status: to }, 1));
  }
  enqueue(entry) {
    this.#mustBeOpen();
    if (this.#entries.get(entry.ticket))
      throw fault(`ticket ${entry.ticket} is in a queue already`, { ticket: entry.ticket });
    this.#entries.set(entry.ticket, entry);
  }
  dequeue(ticket) {
    this.#mustBeOpen();
    const entry = this.#entries.get(ticket);
    if (entry) this.#entries.set(ticket, undefined);
    return entry ?? null;
  }
  updateEntry(ticket, patch) {
    this.#mustBeOpen();
    const entry = this.#entries.get(ticket);
    const differs = (key) => patch[key] !== undefined && patch[key] !== entry?.[key];
    if (entry && Object.keys(patch).some(differs)) this.#entries.set(ticket, { ...entry, ...patch });
    return entry !== undefined;
  }
  setCursor(key, agent) {
    this.#mustBeOpen();
    if (this.#cursors.get(key) !== agent) this.#cursors.set(key, agent);
  }
  setAgent(row) {
    this.#setAgent(row);
  }
  removeAgent(id) {
    this.#mustBeOpen();
    if (this.#agents.get(id)) this.#agents.set(id, undefined);
  }
  #setAgent(row) {
    this.#mustBeOpen();
    this.#agents.set(row.id, row);
  }
  #mustBeOpen() {
    if (!this.#open) throw fault("changes need an open transaction: call begin() first");
  }
  #follow(before, after) {
    if (before) this.#leave(before);
    if (after) this.#queueOf(after).add(after);
  }
  #leave(entry) {
    const key = queueOf(entry);
    const queue = this.#queues.get(key);
    queue?.remove(entry);
    if (queue?.size === 0) this.#queues.delete(key);
  }
  #queueOf(entry) {
    const key = queueOf(entry);
    const queue = this.#queues.get(key) ?? new EntryQueue();
    this.#queues.set(key, queue);
    return queue;
  }
}
//# sourceMappingURL=memory-load-state.js.map
