/** An agent's load row and the transitions of it. Counts never go below zero and never keep a zero. */
import type { CapacityKind, Presence, TicketStatus } from "@sluice/schemas";
import type { AgentLoad, CarriedTicket } from "./load-state.ts";
/** A row for an agent who carries nothing. */
export declare const idleAgent: (id: string, presence?: Presence, since?: number) => AgentLoad;
/** A ticket that still needs work: only these count against a claim limit. */
export declare const isOpenStatus: (status: TicketStatus) => boolean;
/** How many tickets of a kind the agent carries in the given statuses. */
export declare function loadOf(
  row: AgentLoad | undefined,
  kind: CapacityKind,
  statuses: readonly TicketStatus[],
): number;
/** The row after a ticket joined (`by` = 1) or left (−1). */
export declare function withTicket(row: AgentLoad, ticket: CarriedTicket, by: 1 | -1): AgentLoad;
