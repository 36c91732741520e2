/**
 * The second aggregate: who carries how much, where each queue stands and where each round robin is.
 * It crosses tickets, so it is one explicit value that routing reads and changes and nobody else.
 * Every change is journalled: the runtime opens a transaction around a batch, puts a mark before each
 * ticket, takes one ticket back without the others, and stores only the rows that differ at the end.
 */
import type { CapacityKind, Presence, Priority, RevisionRef, TicketStatus } from "@sluice/schemas";
import type { QueueOrder } from "./entry-order.ts";
import { MemoryLoadState } from "./memory-load-state.ts";

/** How many tickets an agent carries, per status; statuses at zero are left out. */
export type StatusCounts = { readonly [S in TicketStatus]?: number };

/** What one agent carries. A row is a value: a change makes a new one. */
export interface AgentLoad {
  readonly id: string;
  readonly presence: Presence;
  /** Since when the presence is what it is. */
  readonly presenceSince: number;
  /** Per status, so that each policy can count by its own `countsAsLoad`. */
  readonly counts: { readonly [K in CapacityKind]: StatusCounts };
  readonly lastAssignedAt: number | null;
  /** `poolKey` → claims of that pool whose ticket is neither resolved nor closed. */
  readonly claims: { readonly [pool: string]: number };
}

/** A ticket that nobody has yet: waiting in a group step, or lying in a pool. */
export interface QueueEntry {
  readonly ticket: string;
  readonly policy: RevisionRef;
  readonly route: string;
  readonly step: number;
  readonly type: "waiting" | "pooled";
  /** Set while `waiting`. */
  readonly group: string | null;
  /** Set while `pooled`: the pool's key within its policy. */
  readonly pool: string | null;
  readonly kind: CapacityKind;
  readonly shop: string | null;
  readonly status: TicketStatus;
  readonly priority: Priority;
  /** Earliest due of the ticket's clocks, or `null` when none runs. */
  readonly due: number | null;
  readonly createdAt: number;
  readonly since: number;
  /** When a waiting ticket goes to the next step; `null` = no limit. */
  readonly timeoutAt: number | null;
  readonly escalated: boolean;
  /** Offered last to this agent, whose claim of it ran out. */
  readonly notFirst: string | null;
  /** Never given to these agents while it waits here. */
  readonly exclude: readonly string[];
}

/** What may change of an entry while it keeps its place. */
export type EntryPatch = Partial<Pick<QueueEntry, "due" | "priority" | "escalated" | "status" | "shop">>;

/** The whole state as plain JSON; rows in order of their ids. */
export interface LoadSnapshot {
  readonly agents: readonly AgentLoad[];
  readonly cursors: { readonly [key: string]: string };
  readonly entries: readonly QueueEntry[];
}

/** The rows that a transaction changed, each once and as it is at the end; what it made and removed again is not in it. */
export interface LoadChanges {
  readonly agents: readonly AgentLoad[];
  readonly removedAgents: readonly string[];
  readonly cursors: { readonly [key: string]: string };
  readonly entries: { readonly upsert: readonly QueueEntry[]; readonly remove: readonly string[] };
}

/** A ticket as its assignee carries it. */
export interface CarriedTicket {
  readonly kind: CapacityKind;
  readonly status: TicketStatus;
  /** The `poolKey` it was claimed from, or `null`. */
  readonly claimedFrom: string | null;
}

/** A point in a transaction to return to. Valid until the transaction ends or an earlier mark is restored. */
export interface LoadMark {
  readonly agents: number;
  readonly cursors: number;
  readonly entries: number;
}

/** The one interface to loads, cursors and queues. Changes outside `begin()` … `commit()` throw. */
export interface LoadState {
  agent(id: string): AgentLoad | undefined;
  agents(): Iterable<AgentLoad>;
  /** Counts every change of an agent's row, also one that a rollback makes. */
  readonly agentVersion: number;
  /** Visits the agents whose rows changed since a version, perhaps more than once; false when that is forgotten. */
  followAgents(since: number, visit: (agent: string) => void): boolean;
  cursor(key: string): string | null;
  entry(ticket: string): QueueEntry | undefined;
  /** The entries of a queue (`groupQueue` or `poolQueue`), best first. Do not keep: it changes with the state. */
  queue(key: string, order?: QueueOrder): readonly QueueEntry[];
  /** The first entry in waiting order of each lane of a queue; a lane is entries that ask the same of an agent. */
  heads(key: string): readonly QueueEntry[];
  /** The queues that hold at least one entry. */
  queues(): Iterable<string>;
  snapshot(): LoadSnapshot;

  begin(): void;
  mark(): LoadMark;
  rollbackTo(mark: LoadMark): void;
  /** What the open transaction has changed so far, net: to be stored before it is committed. */
  changes(): LoadChanges;
  /** Ends the transaction and keeps its changes. */
  commit(): LoadChanges;
  /** Ends the transaction as if it had never begun. */
  rollback(): void;

  /** Keeps `presenceSince` when the presence is what it was. An unknown agent gets a row. */
  setPresence(agent: string, presence: Presence, at: number): void;
  /** `assignedAt` is set when this is an assignment, `null` when a row is being rebuilt. */
  addTicket(agent: string, ticket: CarriedTicket, assignedAt: number | null): void;
  /** Throws `routing.load-state` when the agent does not carry such a ticket. */
  removeTicket(agent: string, ticket: CarriedTicket): void;
  changeStatus(agent: string, ticket: CarriedTicket, to: TicketStatus): void;
  /** Throws `routing.load-state` when the ticket is in a queue. */
  enqueue(entry: QueueEntry): void;
  /** Answers the entry that was taken out, or `null`. */
  dequeue(ticket: string): QueueEntry | null;
  /** Answers false when the ticket is in no queue. */
  updateEntry(ticket: string, patch: EntryPatch): boolean;
  setCursor(key: string, agent: string): void;
  setAgent(row: AgentLoad): void;
  removeAgent(id: string): void;
}

export const emptySnapshot: LoadSnapshot = { agents: [], cursors: {}, entries: [] };

/** Builds the state with its indexes. O(n log n) in the entries. */
export const createLoadState = (snapshot: LoadSnapshot = emptySnapshot): LoadState =>
  new MemoryLoadState(snapshot);
