/** What people see of routing: a pool's queue, a group with its members, and the whole why. */
import type { AgentConsidered, Presence, SkipReason } from "@sluice/schemas";
import { type CapacityKind } from "@sluice/schemas";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { type RoutingModel } from "./model.ts";
import type { RoutingRequest } from "./request.ts";
import type { CompiledRoute } from "./routes.ts";
import type { TeamAgent } from "./team.ts";
/** A ticket in a pool, in the order in which it is offered. */
export interface PooledTicket {
  readonly entry: QueueEntry;
  /** When it is to be warned of, and escalated; `null` = never. */
  readonly warnAt: number | null;
  readonly escalateAt: number | null;
}
/** A member's room for one kind of ticket. */
export interface MemberLoad {
  readonly load: number;
  readonly capacity: number;
  /** `null` = could be given a ticket of this kind that asks for no skill and no shop. */
  readonly blockedBy: SkipReason | null;
}
export interface GroupMember extends Readonly<Record<CapacityKind, MemberLoad>> {
  readonly agent: string;
  readonly presence: Presence;
  readonly presenceSince: number | null;
}
export interface GroupView {
  readonly group: string;
  readonly members: readonly GroupMember[];
  /** Tickets that wait for the group, next one first. */
  readonly waiting: readonly QueueEntry[];
}
/** A pool's tickets; for an agent, those they may see in the order in which they are offered to them. */
export declare function poolView(
  model: RoutingModel,
  load: LoadState,
  pool: string,
  agent?: TeamAgent,
): PooledTicket[];
/** A group's members with their room, and its queue. */
export declare function groupView(
  model: RoutingModel,
  load: LoadState,
  group: string,
  now: number,
): GroupView;
/** Everybody, best first, then why not each of the others; empty for a step that looks at nobody. */
export declare function explainStep(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  at: {
    readonly route: CompiledRoute;
    readonly step: number;
  },
  now: number,
): readonly AgentConsidered[];
