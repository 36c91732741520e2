/**
 * Where a ticket goes: the primitives that change the load state, and the walk along a route's steps.
 * A ticket first leaves where it stands, so that it is never in two places.
 */
import type { AgentConsidered, RoutingDecision, RoutingOutcome } from "@sluice/schemas";
import type { RoutingPosition } from "../state/ticket-state.ts";
import { measure, skipReason } from "./eligibility.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import { poolKey } from "./queue-keys.ts";
import type { Placement, RoutingRequest } from "./request.ts";
import { type CompiledGroupStep, type CompiledRoute, type CompiledStep, compilePool } from "./routes.ts";
import { cursorKey, needOf, otherAgentsKept, surveyGroup, toConsidered } from "./survey.ts";
import type { TeamAgent } from "./team.ts";
import { isSomebodyAhead } from "./waiting.ts";

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
export function leave(
  load: LoadState,
  request: Pick<RoutingRequest, "ticket" | "kind" | "status" | "current">,
): void {
  load.dequeue(request.ticket);
  const current = request.current;
  if (current?.type !== "assigned") return;
  load.removeTicket(current.agent, {
    kind: request.kind,
    status: request.status,
    claimedFrom: claimedFrom(current),
  });
}

/** The `poolKey` that an assignee's claim counts against, or `null`. */
export const claimedFrom = (position: RoutingPosition | null | undefined): string | null =>
  position?.type === "assigned" &&
  position.how === "claimed" &&
  position.pool !== null &&
  position.policy !== null
    ? poolKey(position.policy.key, position.pool)
    : null;

/** Builds the stored decision; the sample of agents is bounded. */
export function decide(
  pass: Pick<Pass, "model" | "cause" | "now">,
  at: At,
  outcome: RoutingOutcome,
  considered: readonly AgentConsidered[],
): RoutingDecision {
  const step = at.route.steps[at.step];
  return {
    kind: "routing",
    ref: pass.model.ref,
    route: at.route.id,
    step: at.step,
    ...(step?.type === "group" ? { strategy: step.strategy.definition.id } : {}),
    outcome,
    considered: considered.slice(0, otherAgentsKept + 1),
    cause: pass.cause,
    ...(at.route.campaign === null ? {} : { campaign: at.route.campaign }),
    at: pass.now,
  };
}

type Assignment = Omit<Extract<RoutingPosition, { type: "assigned" }>, "type" | "since">;

/** Gives the ticket to an agent. */
export function assign(
  pass: Pass,
  at: At,
  to: Assignment,
  considered: readonly AgentConsidered[],
): Placement {
  const { load, request, now } = pass;
  const position: RoutingPosition = { type: "assigned", since: now, ...to };
  const carried = { kind: request.kind, status: request.status, claimedFrom: claimedFrom(position) };
  load.addTicket(to.agent, carried, now);
  const outcome: RoutingOutcome = { type: "assigned", agent: to.agent, group: to.group };
  return { outcome, position, decision: decide(pass, at, outcome, considered), drain: null };
}

const entryOf = ({ model, request, now }: Pass, at: At): QueueEntry => ({
  ticket: request.ticket,
  policy: model.ref,
  route: at.route.id,
  step: at.step,
  type: "waiting",
  group: null,
  pool: null,
  kind: request.kind,
  shop: request.shop,
  status: request.status,
  priority: request.priority,
  due: request.due,
  createdAt: request.createdAt,
  since: now,
  timeoutAt: null,
  escalated: request.escalated,
  notFirst: null,
  exclude: request.exclude ?? [],
});

/** Puts the ticket into a pool. */
export function toPool(
  pass: Pass,
  at: At,
  pool: string,
  considered: readonly AgentConsidered[],
  notFirst: string | null = null,
): Placement {
  const { model, load, now } = pass;
  const { warnAfter, escalateAfter } = model.pools.get(pool) ?? compilePool(pool);
  load.enqueue({ ...entryOf(pass, at), type: "pooled", pool, notFirst });
  const position: RoutingPosition = {
    type: "pooled",
    policy: model.ref,
    route: at.route.id,
    step: at.step,
    pool,
    since: now,
    notFirst,
    warnAt: warnAfter === null ? null : now + warnAfter,
    escalateAt: escalateAfter === null ? null : now + escalateAfter,
  };
  const outcome: RoutingOutcome = { type: "pooled", pool };
  return { outcome, position, decision: decide(pass, at, outcome, considered), drain: null };
}

function toWaiting(
  pass: Pass,
  at: At,
  step: CompiledGroupStep,
  considered: readonly AgentConsidered[],
  drain: string | null,
): Placement {
  const { model, load, request, now } = pass;
  const timeoutAt = step.timeout === null ? null : now + step.timeout;
  load.enqueue({ ...entryOf(pass, at), group: step.group, timeoutAt });
  const position: RoutingPosition = {
    type: "waiting",
    policy: model.ref,
    group: step.group,
    route: at.route.id,
    step: at.step,
    since: now,
    timeoutAt,
    run: runOf(request),
  };
  const outcome: RoutingOutcome = { type: "waiting", group: step.group, timeoutAt };
  return { outcome, position, decision: decide(pass, at, outcome, considered), drain };
}

const runOf = ({ run, current }: RoutingRequest) => run ?? (current?.type === "waiting" ? current.run : null);

/** Gives the ticket to the agent that the step chose, and moves its round robin on. */
export function assignFromGroup(
  pass: Pass,
  at: At,
  step: CompiledGroupStep,
  agent: TeamAgent,
  considered: readonly AgentConsidered[],
): Placement {
  const { model, load } = pass;
  if (step.strategy.keepsCursor) load.setCursor(cursorKey(model, at.route.id, at.step, step.group), agent.id);
  return assign(pass, at, routed(model, agent, step.group), considered);
}

/** What a step did: a placement, or only more agents that were looked at. */
interface Tried {
  readonly placed: Placement | null;
  readonly considered: readonly AgentConsidered[];
}

/**
 * A newcomer does not pass those who wait: between the moment when an agent becomes free and the moment
 * when the queue is drained, it joins the queue and says so.
 */
function tryGroup(pass: Pass, at: At, step: CompiledGroupStep): Tried {
  const { model, load, request, now } = pass;
  const cursor = cursorKey(model, at.route.id, at.step, step.group);
  const { best, considered } = surveyGroup(model, load, step, needOf(model, request, step, now), cursor);
  const mayWait = step.timeout !== 0;
  if (best && !(mayWait && isSomebodyAhead(model, load, best, request, now)))
    return { placed: assignFromGroup(pass, at, step, best, considered), considered };
  return { placed: mayWait ? toWaiting(pass, at, step, considered, best?.id ?? null) : null, considered };
}

/** The group that a familiar agent answers for: one that the route names, else the first they are in. */
function groupOf(agent: TeamAgent, route: CompiledRoute): string | null {
  const named = route.steps.flatMap((step) => (step.type === "group" ? [step.group] : []));
  return named.find((group) => agent.groups.has(group)) ?? [...agent.groups][0] ?? null;
}

const routed = (model: RoutingModel, agent: TeamAgent, group: string | null): Assignment => ({
  policy: model.ref,
  agent: agent.id,
  group,
  how: "routed",
  pool: null,
  claimExpiresAt: null,
});

/** The last assignee of this customer within the span, if eligible; familiarity goes before the queue. */
function trySticky(pass: Pass, at: At, span: number): Tried {
  const { model, load, request, now } = pass;
  const last = request.sticky;
  const agent = last && now - last.at <= span ? model.team.agent(last.agent) : undefined;
  if (!agent) return { placed: null, considered: [] };
  const need = needOf(model, request, null, now);
  const measured = measure(agent, load.agent(agent.id), need, model.team.bestFactor(agent));
  const reason = skipReason(measured, need);
  const considered = [toConsidered(measured, need, reason)];
  if (reason !== null) return { placed: null, considered };
  const to = routed(model, agent, groupOf(agent, at.route));
  return { placed: assign(pass, at, to, considered), considered };
}

function tryStep(pass: Pass, at: At, step: CompiledStep, seen: readonly AgentConsidered[]): Tried {
  if (step.type === "group") return tryGroup(pass, at, step);
  if (step.type === "sticky") return trySticky(pass, at, step.span);
  return { placed: toPool(pass, at, step.pool, seen), considered: [] };
}

/** Walks the steps from `from` on; a route that ends without a pool ends in the fallback's. */
export function walk(pass: Pass, route: CompiledRoute, from: number): Placement {
  let seen: readonly AgentConsidered[] = [];
  for (const [index, step] of route.steps.entries()) {
    if (index < from) continue;
    const { placed, considered } = tryStep(pass, { route, step: index }, step, seen);
    if (placed) return placed;
    seen = [...seen, ...considered];
  }
  return toPool(pass, { route, step: route.steps.length }, pass.model.fallbackPool, seen);
}
