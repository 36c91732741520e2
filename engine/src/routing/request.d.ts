/**
 * What routing is asked and what it answers. The ticket itself is another aggregate: the caller passes
 * what routing needs of it and stores the position that comes back.
 */
import type { CapacityKind, Priority, RoutingDecision, RoutingOutcome, TicketStatus } from "@sluice/schemas";
import type { RoutingPosition, TokenRef } from "../state/ticket-state.ts";
/** Facts by id, as conditions read them. */
export interface Facts {
  readonly [fact: string]: unknown;
}
/** A ticket as routing sees it. */
export interface RoutingRequest {
  readonly ticket: string;
  readonly facts: Facts;
  /** The capacity that a ticket of this channel takes. */
  readonly kind: CapacityKind;
  readonly shop: string | null;
  readonly status: TicketStatus;
  readonly priority: Priority;
  /** Earliest due of its clocks, or `null`. */
  readonly due: number | null;
  readonly createdAt: number;
  readonly escalated: boolean;
  /** The last assignee of this customer and when that was. */
  readonly sticky?: {
    readonly agent: string;
    readonly at: number;
  } | null;
  /** Agents that must not get it. */
  readonly exclude?: readonly string[];
  /** Where the ticket stands now: it leaves there before it goes anywhere else. */
  readonly current?: RoutingPosition | null;
  /** The workflow token that waits for the outcome. */
  readonly run?: TokenRef | null;
}
/** One routing outcome: the load state has been changed accordingly. */
export interface Placement {
  readonly outcome: RoutingOutcome;
  /** To be stored as the ticket's `routing`. */
  readonly position: RoutingPosition;
  readonly decision: RoutingDecision;
  /**
   * Set when the ticket waits although this agent is free, because others are ahead of it:
   * call `nextAssignable` for the agent now.
   */
  readonly drain: string | null;
}
/** Why a claim or a move was refused; over HTTP a conflict (409) unless said otherwise. */
export type RefusalCode =
  | "pool.unknown"
  | "pool.empty"
  | "pool.not-member"
  | "pool.limit"
  | "pool.not-head"
  | "pool.taken"
  | "pool.at-capacity"
  | "pool.shop"
  | "pool.not-claimed"
  | "routing.unknown-agent"
  | "routing.unknown-group";
export interface Refusal {
  readonly code: RefusalCode;
  /** Limit, load/capacity, or the ticket that is at the head. */
  readonly detail?: string;
}
export type Refused = {
  readonly ok: false;
  readonly refusal: Refusal;
};
/** A claim names its ticket: with `head` the pool chose it. */
export type ClaimResult =
  | {
      readonly ok: true;
      readonly ticket: string;
      readonly placement: Placement;
    }
  | Refused;
export type MoveResult =
  | {
      readonly ok: true;
      readonly placement: Placement;
    }
  | Refused;
