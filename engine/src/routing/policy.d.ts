/**
 * A routing policy: who gets a ticket, step by step. Compiled once per publication and campaign edge; every
 * operation works on an explicit load state inside its transaction and reads no clock.
 */
import type {
  Agent,
  AgentConsidered,
  Group,
  RevisionRef,
  RoutingOverlay,
  Shift,
  SluiceDocument,
} from "@sluice/schemas";
import type { ConditionOptions } from "../rules/conditions.ts";
import type { FactId } from "../rules/evaluation.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { type Place } from "./model.ts";
import { type ClaimRequest } from "./pool.ts";
import type { ClaimResult, Facts, MoveResult, Placement, RoutingRequest } from "./request.ts";
import { type RouteTrace } from "./routes.ts";
import type { RoutingStrategy } from "./strategy.ts";
import { type GroupView, type PooledTicket } from "./views.ts";
/** What a campaign phase in force lays over the policy. */
export interface RoutingOverlayInForce {
  readonly campaign: string;
  readonly overlay: RoutingOverlay;
}
export interface RoutingOptions extends ConditionOptions {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly shifts?: readonly Shift[];
  /** IANA zone of the workspace, in which shifts are read. */
  readonly timezone?: string;
  /** The revision that decisions name; revision 0 of the document, a draft, when left out. */
  readonly ref?: RevisionRef;
  /** Strongest first. Those of other policies are passed over. */
  readonly overlays?: readonly RoutingOverlayInForce[];
  /** Plugin strategies, beside the built-in ones. */
  readonly strategies?: readonly RoutingStrategy[];
}
/** A policy ready for use. `now` is epoch milliseconds everywhere. */
export interface CompiledRouting {
  readonly ref: RevisionRef;
  /** The facts that have to be fetched before the route can be chosen. */
  needs(facts: Facts, now: number): readonly FactId[];
  /** The id of the first route that matches; `fallback` when none does. */
  routeFor(facts: Facts, now: number): string;
  explainRoute(facts: Facts, now: number): readonly RouteTrace[];
  /** Takes the ticket from where it stands and walks its route. A manual assignment on duty stays. */
  place(load: LoadState, request: RoutingRequest, now: number): Placement;
  /** The waiting ticket's time in its step is over. `null` when it does not wait. */
  advance(load: LoadState, request: RoutingRequest, now: number): Placement | null;
  /** Assigns the waiting ticket if its step has somebody now; `null` changes nothing. */
  serve(load: LoadState, request: RoutingRequest, now: number): Placement | null;
  /** Takes the ticket off its queue or its agent: it was resolved, merged or deleted while waiting. */
  leave(load: LoadState, request: Pick<RoutingRequest, "ticket" | "kind" | "status" | "current">): void;
  claim(load: LoadState, claim: ClaimRequest, now: number): ClaimResult;
  release(load: LoadState, request: RoutingRequest, now: number): MoveResult;
  expireClaim(load: LoadState, request: RoutingRequest, now: number): Placement | null;
  manual(load: LoadState, request: RoutingRequest, agent: string, now: number): MoveResult;
  unassign(load: LoadState, request: RoutingRequest, now: number): Placement;
  transferGroup(load: LoadState, request: RoutingRequest, group: string, now: number): MoveResult;
  /** When this agent's tickets go back; `null` while they are here or when the policy keeps them. */
  offlineDue(load: LoadState, agent: string): number | null;
  /** Returns a ticket that counts as load from an agent who is away too long; `null` when it stays. */
  offline(load: LoadState, request: RoutingRequest, now: number): Placement | null;
  /** What `serve` would choose, and whether one agent would do: for `nextAssignable`. */
  chooseFor(load: LoadState, entry: QueueEntry, now: number): string | null;
  canTake(load: LoadState, entry: QueueEntry, agent: string, now: number): boolean;
  /** False for a waiting entry whose step is gone: place it anew. */
  knows(entry: Place): boolean;
  groupsOf(agent: string): readonly string[];
  /** The next instant at which a shift begins: then `nextAssignable` may find somebody. */
  nextShiftStart(now: number): number | null;
  /** Everybody considered for a step, best first, then why not each of the others. */
  explain(
    load: LoadState,
    request: RoutingRequest,
    place: {
      route: string;
      step: number;
    },
    now: number,
  ): readonly AgentConsidered[];
  queueView(load: LoadState, pool: string, agent?: string): readonly PooledTicket[];
  groupView(load: LoadState, group: string, now: number): GroupView;
}
/** Prepares a policy; throws `condition.invalid` or `document.invalid` for one that cannot run. */
export declare function compileRouting(
  document: SluiceDocument<"routing">,
  options: RoutingOptions,
): CompiledRouting;
