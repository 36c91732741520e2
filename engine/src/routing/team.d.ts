/** The people as routing reads them: agents in their order, and the members of each group. */
import type { Agent, CapacityKind, Group, RoutingOverlay, Shift } from "@sluice/schemas";
import { type ShiftPlan } from "./shifts.ts";
/** An agent with sets instead of lists. */
export interface TeamAgent {
  readonly id: string;
  /** Place in the agent order that round robin follows. */
  readonly order: number;
  readonly groups: ReadonlySet<string>;
  readonly skills: {
    readonly [skill: string]: number;
  };
  readonly capacity: {
    readonly [K in CapacityKind]: number;
  };
  /** `null` = all shops. */
  readonly shops: ReadonlySet<string> | null;
  /** Empty = always on shift. */
  readonly shifts: readonly string[];
}
/** Everybody, indexed. Lists are in agent order. */
export interface Team {
  readonly agents: readonly TeamAgent[];
  agent(id: string): TeamAgent | undefined;
  members(group: string): readonly TeamAgent[];
  hasGroup(group: string): boolean;
  /** The campaign's factor on the capacity of a group's members; 1 without a campaign. */
  factor(group: string): number;
  /** The best factor among groups that the agent is in, for what does not come through one group. */
  bestFactor(agent: TeamAgent, groups?: readonly string[]): number;
  readonly shifts: ShiftPlan;
}
export interface TeamInput {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly shifts: readonly Shift[];
  readonly timezone: string;
  /** Strongest first: the first factor for a group wins, members add up. */
  readonly overlays: readonly RoutingOverlay[];
}
/** Indexes the people once per publication; the agent order is the order they are given in. */
export declare function compileTeam(input: TeamInput): Team;
