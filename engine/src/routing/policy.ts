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
  TicketStatus,
} from "@sluice/schemas";
import type { ConditionOptions } from "../rules/conditions.ts";
import type { FactId } from "../rules/evaluation.ts";
import { countForStep, type ExplainOptions, explainStep } from "./explain.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { fallbackRoute, type Place, type RoutingModel, waitingStep } from "./model.ts";
import { Mover } from "./moves.ts";
import { leave } from "./placement.ts";
import { type ClaimRequest, claim, expireClaim, headFor, release } from "./pool.ts";
import type { ClaimResult, Facts, MoveResult, Placement, RoutingRequest } from "./request.ts";
import { factsNeeded, firstRoute, traceRoutes } from "./route-choice.ts";
import {
  type CompiledRoute,
  compileOnOffline,
  compilePools,
  compileRoute,
  defaultCountsAsLoad,
  type RouteTrace,
} from "./routes.ts";
import type { RoutingStrategy } from "./strategy.ts";
import { builtInStrategies } from "./strategy-list.ts";
import { compileTeam } from "./team.ts";
import {
  type GroupView,
  groupView,
  outlineRoutes,
  type PooledTicket,
  type PoolViewOptions,
  poolSize,
  poolView,
  type RouteOutline,
} from "./views.ts";
import { canTake, chooseFor } from "./waiting.ts";

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
  /** The statuses in which a ticket counts as load. */
  readonly countsAsLoad: readonly TicketStatus[];
  /** Its routes with their steps, a campaign's first, the fallback last. */
  readonly routes: readonly RouteOutline[];

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
  /** The groups that may claim from a pool; `null` = everybody. */
  poolGroups(pool: string): readonly string[] | null;
  groupsOf(agent: string): readonly string[];
  /** How many there are, with those whom a campaign lends. */
  memberCount(group: string): number;
  /** The next instant at which a shift begins: then `nextAssignable` may find somebody. */
  nextShiftStart(now: number): number | null;

  /** Everybody considered for a step, best first, then everything that stands against each of the others. */
  explain(
    load: LoadState,
    request: RoutingRequest,
    place: { route: string; step: number },
    now: number,
    options?: ExplainOptions,
  ): readonly AgentConsidered[];
  /** How many could be given such a ticket in a step of a group now. */
  countEligible(
    load: LoadState,
    request: RoutingRequest,
    place: { route: string; step: number },
    now: number,
  ): number;
  queueView(load: LoadState, pool: string, options?: PoolViewOptions<string>): readonly PooledTicket[];
  poolSize(load: LoadState, pool: string): number;
  /** What `claim` would give when no ticket is named; what is offered first when it would refuse; `null` when nothing is. */
  headFor(load: LoadState, claim: ClaimRequest): string | null;
  groupView(load: LoadState, group: string, now: number): GroupView;
}

function compileModel(document: SluiceDocument<"routing">, options: RoutingOptions): RoutingModel {
  const { spec, key } = document;
  const overlays = (options.overlays ?? []).filter(({ overlay }) => overlay.policy === key);
  const strategies = new Map(
    [...builtInStrategies, ...(options.strategies ?? [])].map((s) => [s.definition.id, s]),
  );
  const stepOptions = { strategies, conditions: options };
  const prepended = overlays.flatMap(({ campaign, overlay }) =>
    (overlay.prepend ?? []).map((route) => compileRoute(route, campaign, stepOptions)),
  );
  const routes = [...prepended, ...spec.routes.map((route) => compileRoute(route, null, stepOptions))];
  return {
    ref: options.ref ?? { kind: "routing", key, revision: 0 },
    countsAsLoad: spec.countsAsLoad ?? defaultCountsAsLoad,
    onOffline: compileOnOffline(spec),
    routes,
    // Of equal ids the first one counts: a map keeps the last one that it is given.
    routeById: new Map(routes.toReversed().map((route) => [route.id, route])),
    fallback: compileRoute({ id: fallbackRoute, steps: [spec.fallback] }, null, stepOptions),
    fallbackPool: spec.fallback.pool,
    pools: compilePools(spec, routes),
    team: compileTeam({
      agents: options.agents,
      groups: options.groups,
      shifts: options.shifts ?? [],
      timezone: options.timezone ?? "Asia/Shanghai",
      overlays: overlays.map(({ overlay }) => overlay),
    }),
  };
}

type Movers = Pick<
  CompiledRouting,
  "place" | "advance" | "serve" | "manual" | "unassign" | "transferGroup" | "offlineDue" | "offline"
>;

function movers(model: RoutingModel): Movers {
  const route = (request: RoutingRequest, now: number): CompiledRoute =>
    firstRoute(model, request.facts, now);
  const mover = (load: LoadState, now: number) => new Mover(model, load, now);
  return {
    place: (load, request, now) => mover(load, now).place(request, route(request, now)),
    advance: (load, request, now) => mover(load, now).advance(request, () => route(request, now)),
    serve: (load, request, now) => mover(load, now).serve(request),
    manual: (load, request, agent, now) => mover(load, now).manual(request, agent),
    unassign: (load, request, now) => mover(load, now).unassign(request, route(request, now)),
    transferGroup: (load, request, group, now) => mover(load, now).transferGroup(request, group),
    offlineDue: (load, agent) => mover(load, 0).offlineDue(agent),
    offline: (load, request, now) => mover(load, now).offline(request, () => route(request, now)),
  };
}

function views(
  model: RoutingModel,
): Pick<CompiledRouting, "explain" | "countEligible" | "queueView" | "poolSize" | "groupView"> {
  const routeById = (id: string) => model.routeById.get(id) ?? model.fallback;
  return {
    explain: (load, request, { route, step }, now, options) =>
      explainStep(model, load, request, { route: routeById(route), step }, now, options),
    countEligible: (load, request, { route, step }, now) =>
      countForStep(model, load, request, { route: routeById(route), step }, now),
    queueView: (load, pool, { agent, ...rest } = {}) =>
      poolView(model, load, pool, {
        ...rest,
        agent: agent === undefined ? undefined : model.team.agent(agent),
      }),
    poolSize: (load, pool) => poolSize(model, load, pool),
    groupView: (load, group, now) => groupView(model, load, group, now),
  };
}

/** Prepares a policy; throws `condition.invalid` or `document.invalid` for one that cannot run. */
export function compileRouting(
  document: SluiceDocument<"routing">,
  options: RoutingOptions,
): CompiledRouting {
  const model = compileModel(document, options);
  return {
    ref: model.ref,
    countsAsLoad: model.countsAsLoad,
    routes: outlineRoutes(model),
    needs: (facts, now) => factsNeeded(model, facts, now),
    routeFor: (facts, now) => firstRoute(model, facts, now).id,
    explainRoute: (facts, now) => traceRoutes(model, facts, now),
    ...movers(model),
    leave,
    claim: (load, wish, now) => claim(model, load, wish, now),
    headFor: (load, wish) => headFor(model, load, wish),
    release: (load, request, now) => release(model, load, request, now),
    expireClaim: (load, request, now) => expireClaim(model, load, request, now),
    chooseFor: (load, entry, now) => chooseFor(model, load, entry, now),
    canTake: (load, entry, agent, now) => {
      const member = model.team.agent(agent);
      return member !== undefined && canTake(model, load, entry, member, now);
    },
    poolGroups: (pool) => model.pools.get(pool)?.groups ?? null,
    knows: (entry) => waitingStep(model, entry) !== undefined,
    groupsOf: (agent) => [...(model.team.agent(agent)?.groups ?? [])],
    memberCount: (group) => model.team.members(group).length,
    nextShiftStart: (now) => model.team.shifts.nextStart(now),
    ...views(model),
  };
}
