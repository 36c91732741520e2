/**
 * Where a ticket goes: the primitives that change the load state, and the walk along a route's steps.
 * A ticket first leaves where it stands, so that it is never in two places.
 */
import type { AgentConsidered, RoutingDecision, RoutingOutcome } from "@sluice/schemas";
import type { RoutingPosition } from "../state/ticket-state.ts";
import type { LoadState } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import type { Placement, RoutingRequest } from "./request.ts";
import { type CompiledGroupStep, type CompiledRoute } from "./routes.ts";
import type { TeamAgent } from "./team.ts";
export type Cause = RoutingDecision["cause"];
/** One pass of routing: what every primitive needs. */
export interface Pass {
  readonly model: RoutingModel;
  readonly load: LoadState;
  readonly request: RoutingRequest;
  readonly now: number;
  readonly cause: Cause;
}
/** Where in a policy the pass is. */
export interface At {
  readonly route: CompiledRoute;
  readonly step: number;
}
/** Takes the ticket off its queue or its assignee; harmless when it is nowhere. */
export declare function leave(
  load: LoadState,
  request: Pick<RoutingRequest, "ticket" | "kind" | "status" | "current">,
): void;
/** The `poolKey` that an assignee's claim counts against, or `null`. */
export declare const claimedFrom: (position: RoutingPosition | null | undefined) => string | null;
/** Builds the stored decision; the sample of agents is bounded. */
export declare function decide(
  pass: Pick<Pass, "model" | "cause" | "now">,
  at: At,
  outcome: RoutingOutcome,
  considered: readonly AgentConsidered[],
): RoutingDecision;
type Assignment = Omit<
  Extract<
    RoutingPosition,
    {
      type: "assigned";
    }
  >,
  "type" | "since"
>;
/** Gives the ticket to an agent. */
export declare function assign(
  pass: Pass,
  at: At,
  to: Assignment,
  considered: readonly AgentConsidered[],
): Placement;
/** Puts the ticket into a pool. */
export declare function toPool(
  pass: Pass,
  at: At,
  pool: string,
  considered: readonly AgentConsidered[],
  notFirst?: string | null,
): Placement;
/** Gives the ticket to the agent that the step chose, and moves its round robin on. */
export declare function assignFromGroup(
  pass: Pass,
  at: At,
  step: CompiledGroupStep,
  agent: TeamAgent,
  considered: readonly AgentConsidered[],
): Placement;
/** Walks the steps from `from` on; a route that ends without a pool ends in the fallback's. */
export declare function walk(pass: Pass, route: CompiledRoute, from: number): Placement;
