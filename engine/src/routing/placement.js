import { measure, skipReason } from "./eligibility.js";
import { poolKey } from "./queue-keys.js";
import { compilePool } from "./routes.js";
import { cursorKey, needOf, otherAgentsKept, surveyGroup, toConsidered } from "./survey.js";
import { isSomebodyAhead } from "./waiting.js";
/** Takes the ticket off its queue or its assignee; harmless when it is nowhere. */
export function leave(load, request) {
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
export const claimedFrom = (position) =>
  position?.type === "assigned" &&
  position.how === "claimed" &&
  position.pool !== null &&
  position.policy !== null
    ? poolKey(position.policy.key, position.pool)
    : null;
/** Builds the stored decision; the sample of agents is bounded. */
export function decide(pass, at, outcome, considered) {
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
/** Gives the ticket to an agent. */
export function assign(pass, at, to, considered) {
  const { load, request, now } = pass;
  const position = { type: "assigned", since: now, ...to };
  const carried = { kind: request.kind, status: request.status, claimedFrom: claimedFrom(position) };
  load.addTicket(to.agent, carried, now);
  const outcome = { type: "assigned", agent: to.agent, group: to.group };
  return { outcome, position, decision: decide(pass, at, outcome, considered), drain: null };
}
const entryOf = ({ model, request, now }, at) => ({
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
export function toPool(pass, at, pool, considered, notFirst = null) {
  const { model, load, now } = pass;
  const { warnAfter, escalateAfter } = model.pools.get(pool) ?? compilePool(pool);
  load.enqueue({ ...entryOf(pass, at), type: "pooled", pool, notFirst });
  const position = {
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
  const outcome = { type: "pooled", pool };
  return { outcome, position, decision: decide(pass, at, outcome, considered), drain: null };
}
function toWaiting(pass, at, step, considered, drain) {
  const { model, load, request, now } = pass;
  const timeoutAt = step.timeout === null ? null : now + step.timeout;
  load.enqueue({ ...entryOf(pass, at), group: step.group, timeoutAt });
  const position = {
    type: "waiting",
    policy: model.ref,
    group: step.group,
    route: at.route.id,
    step: at.step,
    since: now,
    timeoutAt,
    run: runOf(request),
  };
  const outcome = { type: "waiting", group: step.group, timeoutAt };
  return { outcome, position, decision: decide(pass, at, outcome, considered), drain };
}
const runOf = ({ run, current }) => run ?? (current?.type === "waiting" ? current.run : null);
/** Gives the ticket to the agent that the step chose, and moves its round robin on. */
export function assignFromGroup(pass, at, step, agent, considered) {
  const { model, load } = pass;
  if (step.strategy.keepsCursor) load.setCursor(cursorKey(model, at.route.id, at.step, step.group), agent.id);
  return assign(pass, at, routed(model, agent, step.group), considered);
}
/**
 * A newcomer does not pass those who wait: between the moment when an agent becomes free and the moment
 * when the queue is drained, it joins the queue and says so.
 */
function tryGroup(pass, at, step) {
  const { model, load, request, now } = pass;
  const cursor = cursorKey(model, at.route.id, at.step, step.group);
  const { best, considered } = surveyGroup(model, load, step, needOf(model, request, step, now), cursor);
  const mayWait = step.timeout !== 0;
  if (best && !(mayWait && isSomebodyAhead(model, load, best, request, now)))
    return { placed: assignFromGroup(pass, at, step, best, considered), considered };
  return { placed: mayWait ? toWaiting(pass, at, step, considered, best?.id ?? null) : null, considered };
}
/** The group that a familiar agent answers for: one that the route names, else the first they are in. */
function groupOf(agent, route) {
  const named = route.steps.flatMap((step) => (step.type === "group" ? [step.group] : []));
  return named.find((group) => agent.groups.has(group)) ?? [...agent.groups][0] ?? null;
}
const routed = (model, agent, group) => ({
  policy: model.ref,
  agent: agent.id,
  group,
  how: "routed",
  pool: null,
  claimExpiresAt: null,
});
/** The last assignee of this customer within the span, if eligible; familiarity goes before the queue. */
function trySticky(pass, at, span) {
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
function tryStep(pass, at, step, seen) {
  if (step.type === "group") return tryGroup(pass, at, step);
  if (step.type === "sticky") return trySticky(pass, at, step.span);
  return { placed: toPool(pass, at, step.pool, seen), considered: [] };
}
/** Walks the steps from `from` on; a route that ends without a pool ends in the fallback's. */
export function walk(pass, route, from) {
  let seen = [];
  for (const [index, step] of route.steps.entries()) {
    if (index < from) continue;
    const { placed, considered } = tryStep(pass, { route, step: index }, step, seen);
    if (placed) return placed;
    seen = [...seen, ...considered];
  }
  return toPool(pass, { route, step: route.steps.length }, pass.model.fallbackPool, seen);
}
//# sourceMappingURL=placement.js.map
