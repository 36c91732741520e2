/**
 * Looks over the members of a step's group for one ticket: who is best, who else could, and why not the others.
 * One pass over the members; only the sample that is kept is written out.
 */
import type { AgentConsidered, SkipReason } from "@sluice/schemas";
import { type Measured, type Need } from "./eligibility.ts";
import type { AgentLoad, LoadState } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import type { RoutingRequest } from "./request.ts";
import type { CompiledGroupStep } from "./routes.ts";
import type { TeamAgent } from "./team.ts";
/** The winner and at most this many others are kept with a stored decision. */
export declare const otherAgentsKept = 50;
/** What of a ticket matters to the choice of an agent; a queue entry has it too. */
export type Wanted = Pick<RoutingRequest, "kind" | "shop" | "exclude">;
export interface Survey {
  readonly best: TeamAgent | null;
  readonly considered: readonly AgentConsidered[];
}
/** What a ticket asks of an agent in a step at an instant. */
export declare const needOf: (
  model: RoutingModel,
  wanted: Wanted,
  step: CompiledGroupStep | null,
  now: number,
) => Need;
/** The key of a step's round robin; it outlives revisions. */
export declare const cursorKey: (model: RoutingModel, route: string, step: number, group: string) => string;
/** An agent as a decision shows them. */
export declare function toConsidered(
  measured: Measured,
  need: Need,
  reason: SkipReason | null,
): AgentConsidered;
/** Measures one agent for one need through a group's campaign factor. */
export declare const measureIn: (
  model: RoutingModel,
  row: AgentLoad | undefined,
  agent: TeamAgent,
  need: Need,
  group: string,
) => Measured;
/** The choice among a step's group; `limit` bounds how many agents are written out. */
export declare function surveyGroup(
  model: RoutingModel,
  load: LoadState,
  step: CompiledGroupStep,
  need: Need,
  cursor: string,
  limit?: number,
): Survey;
/** True when the agent, a member of the step's group, could be given the ticket now. */
export declare function couldTake(
  model: RoutingModel,
  load: LoadState,
  agent: TeamAgent,
  step: CompiledGroupStep,
  need: Need,
): boolean;
