/**
 * Looks over the members of a step's group for one ticket: who is best, who else could, and why not the others.
 * One pass over the members; only the sample that is kept is written out.
 */
import type { AgentConsidered, SkipReason } from "@sluice/schemas";
import { type Measured, measure, type Need, skipDetail, skipReason } from "./eligibility.ts";
import type { AgentLoad, LoadState } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import type { RoutingRequest } from "./request.ts";
import type { CompiledGroupStep } from "./routes.ts";
import { byId, type Candidate, type StrategyContext } from "./strategy.ts";
import type { TeamAgent } from "./team.ts";

/** The winner and at most this many others are kept with a stored decision. */
export const otherAgentsKept = 50;

/** What of a ticket matters to the choice of an agent; a queue entry has it too. */
export type Wanted = Pick<RoutingRequest, "kind" | "shop" | "exclude">;

export interface Survey {
  readonly best: TeamAgent | null;
  readonly considered: readonly AgentConsidered[];
}

interface Ranked extends Candidate {
  readonly measured: Measured;
}

interface Skipped {
  readonly reason: SkipReason;
  readonly measured: Measured;
}

/** What a ticket asks of an agent in a step at an instant. */
export const needOf = (
  model: RoutingModel,
  wanted: Wanted,
  step: CompiledGroupStep | null,
  now: number,
): Need => ({
  kind: wanted.kind,
  shop: wanted.shop,
  exclude: wanted.exclude ?? [],
  skills: step?.skills ?? [],
  ignoreCapacity: step?.ignoreCapacity ?? false,
  countsAsLoad: model.countsAsLoad,
  shiftsOn: model.team.shifts.on(now),
});

/** The key of a step's round robin; it outlives revisions. */
export const cursorKey = (model: RoutingModel, route: string, step: number, group: string): string =>
  `${model.ref.key}/${route}/${step}/${group}`;

const skillSum = (agent: TeamAgent, need: Need): number =>
  need.skills.reduce((sum, { skill }) => sum + (agent.skills[skill] ?? 0), 0);

const toRanked = (measured: Measured, need: Need): Ranked => ({
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
  readonly sorted: Ranked[] = [];
  readonly #limit: number;
  readonly #compare: (a: Ranked, b: Ranked) => number;

  constructor(limit: number, compare: (a: Ranked, b: Ranked) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  offer(candidate: Ranked): void {
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

/** An agent as a decision shows them. Written out shape by shape: it is made fifty times per ticket. */
export function toConsidered(measured: Measured, need: Need, reason: SkipReason | null): AgentConsidered {
  const { load, capacity } = measured;
  const agent = measured.agent.id;
  if (reason === null) return { agent, eligible: true, load, capacity };
  const detail = skipDetail(reason, measured, need);
  const eligible = reason === "outranked";
  if (detail === undefined) return { agent, eligible, reason, load, capacity };
  return { agent, eligible, reason, detail, load, capacity };
}

function contextOf(model: RoutingModel, load: LoadState, cursor: string): StrategyContext {
  const last = load.cursor(cursor);
  return {
    size: model.team.agents.length,
    cursor: last === null ? -1 : (model.team.agent(last)?.order ?? -1),
  };
}

/** Measures one agent for one need through a group's campaign factor. */
export const measureIn = (
  model: RoutingModel,
  row: AgentLoad | undefined,
  agent: TeamAgent,
  need: Need,
  group: string,
) => measure(agent, row, need, model.team.factor(group));

/** The choice among a step's group; `limit` bounds how many agents are written out. */
export function surveyGroup(
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
  cursor: string,
  limit = otherAgentsKept + 1,
): Survey {
  const context = contextOf(model, load, cursor);
  const { strategy } = step;
  const leaders = new Leaders(limit, (a, b) => strategy.compare(a, b, context) || byId(a, b));
  const skipped: Skipped[] = [];
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
export function couldTake(
  model: RoutingModel,
  load: LoadState,
  agent: TeamAgent,
  step: CompiledGroupStep,
  need: Need,
): boolean {
  if (!agent.groups.has(step.group)) return false;
  return skipReason(measureIn(model, load.agent(agent.id), agent, need, step.group), need) === null;
}
