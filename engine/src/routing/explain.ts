/** The whole why of a step, for people who ask: everybody, or one agent, with all that stands against them. */
import type { AgentConsidered } from "@sluice/schemas";
import { type Measured, measure, type Need, skipGrounds, skipReason } from "./eligibility.ts";
import type { LoadState } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import type { RoutingRequest } from "./request.ts";
import type { CompiledGroupStep, CompiledRoute, CompiledStep } from "./routes.ts";
import { countEligible, cursorKey, measureIn, needOf, surveyByScan, toConsidered } from "./survey.ts";
import type { TeamAgent } from "./team.ts";

export interface ExplainOptions {
  /** At most so many agents; everybody when left out. */
  readonly limit?: number;
  /** Only this one. */
  readonly agent?: string;
}

/** A step of a route. */
export interface StepAt {
  readonly route: CompiledRoute;
  readonly step: number;
}

/** One question about one step. */
interface Question {
  readonly model: RoutingModel;
  readonly load: LoadState;
  readonly need: Need;
  readonly now: number;
}

/** An agent as a decision shows them, and everything that stands against them. */
function withGrounds(
  { model, need, now }: Question,
  considered: AgentConsidered,
  measured: Measured,
): AgentConsidered {
  if (considered.eligible) return considered;
  const against = skipGrounds(measured, need, model.team.shifts, now);
  const outside = considered.reason === "not-in-group" ? [{ reason: considered.reason }] : [];
  return { ...considered, grounds: [...outside, ...against] };
}

function member(question: Question, step: CompiledGroupStep, considered: AgentConsidered, at: number) {
  const { model, load, need } = question;
  const agent = model.team.agent(considered.agent);
  if (!agent) return considered;
  const measured = measureIn(model, load.agent(agent.id), agent, need, step.group);
  const ranked = considered.eligible ? { ...considered, rank: at + 1 } : considered;
  return withGrounds(question, ranked, measured);
}

/** Somebody outside of the group, measured without a campaign's factor. */
function outsider(question: Question, agent: TeamAgent): AgentConsidered {
  const { load, need } = question;
  const measured = measure(agent, load.agent(agent.id), need, 1);
  return withGrounds(question, toConsidered(measured, need, "not-in-group"), measured);
}

function explainGroup(
  question: Question,
  step: CompiledGroupStep,
  cursor: string,
  { limit = Number.POSITIVE_INFINITY, agent }: ExplainOptions,
): readonly AgentConsidered[] {
  const { model, load, need } = question;
  const wanted = agent === undefined ? limit : Number.POSITIVE_INFINITY;
  const inside = surveyByScan(model, load, step, need, cursor, wanted).considered;
  const told = inside.map((considered, at) => ({ considered, at }));
  if (agent !== undefined) {
    const found = told.find(({ considered }) => considered.agent === agent);
    if (found) return [member(question, step, found.considered, found.at)];
  }
  const others =
    agent === undefined ? told.map(({ considered, at }) => member(question, step, considered, at)) : [];
  const outside = model.team.agents.filter(
    (one) => !one.groups.has(step.group) && (agent === undefined || one.id === agent),
  );
  const left = Math.max(0, limit - others.length);
  return [...others, ...outside.slice(0, left).map((one) => outsider(question, one))];
}

/** The familiar agent is asked through whichever of their groups leaves most room. */
function explainSticky(
  question: Question,
  sticky: RoutingRequest["sticky"],
  only: string | undefined,
): readonly AgentConsidered[] {
  const { model, load, need } = question;
  const agent = sticky ? model.team.agent(sticky.agent) : undefined;
  if (!agent || (only !== undefined && agent.id !== only)) return [];
  const measured = measure(agent, load.agent(agent.id), need, model.team.bestFactor(agent));
  return [withGrounds(question, toConsidered(measured, need, skipReason(measured, need)), measured)];
}

/** Best first, then why not each of the others, those outside of the group last; empty for a step that looks at nobody. */
export function explainStep(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  at: StepAt,
  now: number,
  options: ExplainOptions = {},
): readonly AgentConsidered[] {
  const step: CompiledStep | undefined = at.route.steps[at.step];
  if (step?.type === "sticky") {
    const need = needOf(model, request, null, now);
    return explainSticky({ model, load, need, now }, request.sticky, options.agent);
  }
  if (step?.type !== "group") return [];
  const cursor = cursorKey(model, at.route.id, at.step, step.group);
  return explainGroup({ model, load, need: needOf(model, request, step, now), now }, step, cursor, options);
}

/** How many could be given such a ticket in a step of a group; 0 for a step of another kind. */
export function countForStep(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  { route, step: index }: StepAt,
  now: number,
): number {
  const step = route.steps[index];
  return step?.type === "group" ? countEligible(model, load, step, needOf(model, request, step, now)) : 0;
}
