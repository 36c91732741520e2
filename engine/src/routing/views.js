import { capacityKinds } from "@sluice/schemas";
import { measure, skipReason } from "./eligibility.js";
import { plainStep } from "./model.js";
import { offered } from "./pool.js";
import { groupQueue, poolQueue } from "./queue-keys.js";
import { cursorKey, measureIn, needOf, surveyGroup, toConsidered } from "./survey.js";
/** A pool's tickets; for an agent, those they may see in the order in which they are offered to them. */
export function poolView(model, load, pool, agent) {
  const compiled = model.pools.get(pool);
  if (!compiled) return [];
  const { warnAfter, escalateAfter, order } = compiled;
  const entries = agent
    ? offered(load, model.ref.key, compiled, agent)
    : load.queue(poolQueue(model.ref.key, pool), order);
  const after = (since, wait) => (wait === null ? null : since + wait);
  return entries.map((entry) => ({
    entry,
    warnAt: after(entry.since, warnAfter),
    escalateAt: after(entry.since, escalateAfter),
  }));
}
function memberLoad(model, load, agent, group, kind, now) {
  const need = needOf(model, { kind, shop: null }, plainStep(group), now);
  const measured = measureIn(model, load.agent(agent.id), agent, need, group);
  return { load: measured.load, capacity: measured.capacity, blockedBy: skipReason(measured, need) };
}
/** A group's members with their room, and its queue. */
export function groupView(model, load, group, now) {
  const members = model.team.members(group).map((agent) => {
    const row = load.agent(agent.id);
    const [chat, ticket] = capacityKinds.map((kind) => memberLoad(model, load, agent, group, kind, now));
    const none = { load: 0, capacity: 0, blockedBy: null };
    return {
      agent: agent.id,
      presence: row?.presence ?? "offline",
      presenceSince: row?.presenceSince ?? null,
      chat: chat ?? none,
      ticket: ticket ?? none,
    };
  });
  return { group, members, waiting: [...load.queue(groupQueue(group))] };
}
function outsiders(model, load, group, need) {
  return model.team.agents
    .filter((agent) => !agent.groups.has(group))
    .map((agent) => toConsidered(measure(agent, load.agent(agent.id), need, 1), need, "not-in-group"));
}
/** Everybody, best first, then why not each of the others; empty for a step that looks at nobody. */
export function explainStep(model, load, request, at, now) {
  const step = at.route.steps[at.step];
  if (step?.type === "sticky") return explainSticky(model, load, request, now);
  if (step?.type !== "group") return [];
  const need = needOf(model, request, step, now);
  const cursor = cursorKey(model, at.route.id, at.step, step.group);
  const { considered } = surveyGroup(model, load, step, need, cursor, model.team.agents.length);
  return [...considered, ...outsiders(model, load, step.group, need)];
}
function explainSticky(model, load, request, now) {
  const agent = request.sticky ? model.team.agent(request.sticky.agent) : undefined;
  if (!agent) return [];
  const need = needOf(model, request, null, now);
  const measured = measure(agent, load.agent(agent.id), need, model.team.bestFactor(agent));
  return [toConsidered(measured, need, skipReason(measured, need))];
}
//# sourceMappingURL=views.js.map
