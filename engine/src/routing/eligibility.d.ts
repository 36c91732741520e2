/**
 * Who may be given a ticket: member of the group, online, on shift, under capacity of the channel's kind
 * (unless the step ignores it), may see the shop, holds every skill at its level.
 */
import type { CapacityKind, SkillNeed, SkipReason, TicketStatus } from "@sluice/schemas";
import type { AgentLoad } from "./load-state.ts";
import type { TeamAgent } from "./team.ts";
/** What a ticket asks of an agent in one step, at one instant. */
export interface Need {
  readonly kind: CapacityKind;
  readonly shop: string | null;
  readonly exclude: readonly string[];
  readonly skills: readonly SkillNeed[];
  readonly ignoreCapacity: boolean;
  readonly countsAsLoad: readonly TicketStatus[];
  /** The keys of the shifts that are on. */
  readonly shiftsOn: ReadonlySet<string>;
}
/** An agent measured against a need. */
export interface Measured {
  readonly agent: TeamAgent;
  readonly row: AgentLoad | undefined;
  readonly load: number;
  /** With the campaign's factor, rounded down. */
  readonly capacity: number;
}
/** How many tickets of a kind an agent may carry under a campaign's factor. */
export declare const capacityOf: (agent: TeamAgent, kind: CapacityKind, factor: number) => number;
export declare const seesShop: (agent: TeamAgent, shop: string | null) => boolean;
export declare const measure: (
  agent: TeamAgent,
  row: AgentLoad | undefined,
  need: Pick<Need, "kind" | "countsAsLoad">,
  factor: number,
) => Measured;
/** Why the agent cannot be given the ticket, or `null` when they can. Group membership is the caller's. */
export declare function skipReason(measured: Measured, need: Need): SkipReason | null;
/** What a reason is about: the presence, `load/capacity`, the shop, or the skill and level that is missing. */
export declare function skipDetail(reason: SkipReason, measured: Measured, need: Need): string | undefined;
