/** The load state in memory: three journalled tables and the queues that follow the entries. */
import type { Presence, TicketStatus } from "@sluice/schemas";
import { type QueueOrder } from "./entry-order.ts";
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
/** Made by `createLoadState`. */
export declare class MemoryLoadState implements LoadState {
  #private;
  constructor(snapshot: LoadSnapshot);
  agent(id: string): AgentLoad | undefined;
  agents(): Iterable<AgentLoad>;
  cursor(key: string): string | null;
  entry(ticket: string): QueueEntry | undefined;
  queue(key: string, order?: QueueOrder): readonly QueueEntry[];
  queues(): Iterable<string>;
  snapshot(): LoadSnapshot;
  begin(): void;
  mark(): LoadMark;
  rollbackTo(mark: LoadMark): void;
  commit(): LoadChanges;
  changes(): LoadChanges;
  rollback(): void;
  setPresence(agent: string, presence: Presence, at: number): void;
  addTicket(agent: string, ticket: CarriedTicket, assignedAt: number | null): void;
  removeTicket(agent: string, ticket: CarriedTicket): void;
  changeStatus(agent: string, ticket: CarriedTicket, to: TicketStatus): void;
  enqueue(entry: QueueEntry): void;
  dequeue(ticket: string): QueueEntry | null;
  updateEntry(ticket: string, patch: EntryPatch): boolean;
  setCursor(key: string, agent: string): void;
  setAgent(row: AgentLoad): void;
  removeAgent(id: string): void;
}
