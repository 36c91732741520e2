/**
 * Chooses among the members of a step's group for one ticket: who is best, who else could, and why not the others.
 * A large group is asked by its index; only the sample that a decision keeps is written out.
 */
import type { AgentConsidered, SkillNeed, SkipReason } from "@sluice/schemas";
import { type Measured, measure, type Need, skipDetail, skipReason } from "./eligibility.ts";
import { Leaders } from "./leaders.ts";
import type { AgentLoad, LoadState } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import type { RoutingRequest } from "./request.ts";
import type { CompiledGroupStep } from "./routes.ts";
import { byId, type Candidate, type RoutingStrategy, type StrategyContext } from "./strategy.ts";
import type { TeamAgent } from "./team.ts";

/** The winner and at most this many others are kept with a stored decision. */
export const otherAgentsKept = 50;

/** What is kept of a larger group: a long list says no more, and costs more than the choice. */
const sampleOfMany = 6;

/** What of a ticket matters to the choice of an agent; a queue entry has it too. */
export type Wanted = Pick<RoutingRequest, "kind" | "shop" | "exclude">;

export interface Survey {
  readonly best: TeamAgent | null;
  readonly considered: readonly AgentConsidered[];
}

/** A candidate with what it was measured by. */
export interface Ranked extends Candidate {
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

/** The summed level of the skills that are asked for. */
export const skillSum = (held: TeamAgent["skills"], asked: readonly SkillNeed[]): number =>
  asked.reduce((sum, { skill }) => sum + (held[skill] ?? 0), 0);

const toRanked = (measured: Measured, need: Need): Ranked => ({
  id: measured.agent.id,
  order: measured.agent.order,
  load: measured.load,
  capacity: measured.capacity,
  lastAssignedAt: measured.row?.lastAssignedAt ?? null,
  skillLevel: skillSum(measured.agent.skills, need.skills),
  measured,
});

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

function contextOf(
  model: RoutingModel,
  load: LoadState,
  { keepsCursor }: RoutingStrategy,
  cursor: string,
): StrategyContext {
  const last = keepsCursor === true ? load.cursor(cursor) : null;
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

/** One choice: what it is made from. */
interface Choice {
  readonly model: RoutingModel;
  readonly load: LoadState;
  readonly step: CompiledGroupStep;
  readonly need: Need;
  readonly context: StrategyContext;
}

const measureMember = ({ model, load, step, need }: Choice, agent: TeamAgent): Measured =>
  measureIn(model, load.agent(agent.id), agent, need, step.group);

/** The best eligible members by looking at each: the plain meaning of a step, which the index has to agree with. */
function leadersByScan(choice: Choice, limit: number): readonly Ranked[] {
  const { model, step, need, context } = choice;
  const { strategy } = step;
  const leaders = new Leaders<Ranked>(limit, (a, b) => strategy.compare(a, b, context) || byId(a, b));
  for (const agent of model.team.members(step.group)) {
    const measured = measureMember(choice, agent);
    if (skipReason(measured, need) === null) leaders.offer(toRanked(measured, need));
  }
  return leaders.sorted;
}

/** The first members in agent order that were passed over; whoever is eligible stands before them in the list. */
function skippedOf(choice: Choice, limit: number): readonly AgentConsidered[] {
  const skipped: AgentConsidered[] = [];
  for (const agent of choice.model.team.members(choice.step.group)) {
    if (skipped.length >= limit) return skipped;
    const measured = measureMember(choice, agent);
    const reason = skipReason(measured, choice.need);
    if (reason !== null) skipped.push(toConsidered(measured, choice.need, reason));
  }
  return skipped;
}

const choiceOf = (
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
  cursor: string,
): Choice => ({ model, load, step, need, context: contextOf(model, load, step.strategy, cursor) });

function leadersOf(choice: Choice, limit: number): readonly Ranked[] {
  const { model, load, step, need, context } = choice;
  const index = model.team.index.find(load, { group: step.group, strategy: step.strategy, need });
  return index?.leaders(need, limit, context) ?? leadersByScan(choice, limit);
}

/** How many agents a decision about this group lists: everybody where they are few, else the first ones. */
const sampleOf = (model: RoutingModel, group: string): number =>
  model.team.members(group).length <= otherAgentsKept + 1 ? otherAgentsKept + 1 : sampleOfMany;

/** The agent that a step would choose, or `null`. */
export function chooseAgent(
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
  cursor: string,
): TeamAgent | null {
  const [best] = leadersOf(choiceOf(model, load, step, need, cursor), 1);
  return best?.measured.agent ?? null;
}

function toSurvey(choice: Choice, leaders: readonly Ranked[], limit: number): Survey {
  const eligible = leaders.map(({ measured }, rank) =>
    toConsidered(measured, choice.need, rank === 0 ? null : "outranked"),
  );
  const others = skippedOf(choice, limit - eligible.length);
  return { best: leaders[0]?.measured.agent ?? null, considered: [...eligible, ...others] };
}

/** The choice among a step's group with the sample that its decision keeps. */
export function surveyGroup(
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
  cursor: string,
): Survey {
  const choice = choiceOf(model, load, step, need, cursor);
  const limit = sampleOf(model, step.group);
  return toSurvey(choice, leadersOf(choice, limit), limit);
}

/** As `surveyGroup` with at most `limit` agents, looking at every member: for people who ask. */
export function surveyByScan(
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
  cursor: string,
  limit: number,
): Survey {
  const choice = choiceOf(model, load, step, need, cursor);
  return toSurvey(choice, leadersByScan(choice, limit), limit);
}

/** How many members of a step's group could be given the ticket now. */
export function countEligible(
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
): number {
  const index = model.team.index.find(load, { group: step.group, strategy: step.strategy, need });
  if (index) return index.count(need);
  const members = model.team.members(step.group);
  return members.filter((agent) => couldTake(model, load, agent, step, need)).length;
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
