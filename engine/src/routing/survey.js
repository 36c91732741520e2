import { measure, skipDetail, skipReason } from "./eligibility.js";
import { byId } from "./strategy.js";
/** The winner and at most this many others are kept with a stored decision. */
export const otherAgentsKept = 50;
/** What a ticket asks of an agent in a step at an instant. */
export const needOf = (model, wanted, step, now) => ({
  kind: wanted.kind,
  shop: wanted.shop,
  exclude: wanted.exclude ?? [],
  skills: step?.skills ?? [],
  ignoreCapacity: step?.ignoreCapacity ?? false,
  countsAsLoad: model.countsAsLoad,
  shiftsOn: model.team.shifts.on(now),
});
/** The key of a step's round robin; it outlives revisions. */
export const cursorKey = (model, route, step, group) => `${model.ref.key}/${route}/${step}/${group}`;
const skillSum = (agent, need) => need.skills.reduce((sum, { skill }) => sum + (agent.skills[skill] ?? 0), 0);
const toRanked = (measured, need) => ({
  id: measured.agent.id,
  order: measured.agent.order,
  load: measured.load,
  capacity: measured.capacity,
  lastAssignedAt: measured.row?.lastAssignedAt ?? null,
  skillLevel: skillSum(measured.agent, need),
  measured,
});
/** Keeps the best `limit` of what is offered, in order. */
class Leaders {
  sorted = [];
  #limit;
  #compare;
  constructor(limit, compare) {
    this.#limit = limit;
    this.#compare = compare;
  }
  offer(candidate) {
    const last = this.sorted[this.sorted.length - 1];
    if (last && this.sorted.length >= this.#limit && this.#compare(candidate, last) >= 0) return;
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.sorted[middle];
      if (other && this.#compare(other, candidate) <= 0) low = middle + 1;
      else high = middle;
    }
    this.sorted.splice(low, 0, candidate);
    if (this.sorted.length > this.#limit) this.sorted.pop();
  }
}
/** An agent as a decision shows them. */
export function toConsidered(measured, need, reason) {
  const base = { agent: measured.agent.id, load: measured.load, capacity: measured.capacity };
  if (reason === null) return { ...base, eligible: true };
  const detail = skipDetail(reason, measured, need);
  return { ...base, eligible: reason === "outranked", reason, ...(detail === undefined ? {} : { detail }) };
}
function contextOf(model, load, cursor) {
  const last = load.cursor(cursor);
  return {
    size: model.team.agents.length,
    cursor: last === null ? -1 : (model.team.agent(last)?.order ?? -1),
  };
}
/** Measures one agent for one need through a group's campaign factor. */
export const measureIn = (model, row, agent, need, group) =>
  measure(agent, row, need, model.team.factor(group));
/** The choice among a step's group; `limit` bounds how many agents are written out. */
export function surveyGroup(model, load, step, need, cursor, limit = otherAgentsKept + 1) {
  const context = contextOf(model, load, cursor);
  const { strategy } = step;
  const leaders = new Leaders(limit, (a, b) => strategy.compare(a, b, context) || byId(a, b));
  const skipped = [];
  for (const agent of model.team.members(step.group)) {
    const measured = measureIn(model, load.agent(agent.id), agent, need, step.group);
    const reason = skipReason(measured, need);
    if (reason === null) leaders.offer(toRanked(measured, need));
    else if (skipped.length < limit) skipped.push({ reason, measured });
  }
  const eligible = leaders.sorted.map(({ measured }, rank) =>
    toConsidered(measured, need, rank === 0 ? null : "outranked"),
  );
  const others = skipped
    .slice(0, Math.max(0, limit - eligible.length))
    .map(({ reason, measured }) => toConsidered(measured, need, reason));
  return { best: leaders.sorted[0]?.measured.agent ?? null, considered: [...eligible, ...others] };
}
/** True when the agent, a member of the step's group, could be given the ticket now. */
export function couldTake(model, load, agent, step, need) {
  if (!agent.groups.has(step.group)) return false;
  return skipReason(measureIn(model, load.agent(agent.id), agent, need, step.group), need) === null;
}
//# sourceMappingURL=survey.js.map
