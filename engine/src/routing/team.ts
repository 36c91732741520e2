/** The people as routing reads them: agents in their order, and the members of each group. */
import type { Agent, CapacityKind, Group, RoutingOverlay, Shift } from "@sluice/schemas";
import { TeamIndex } from "./eligible-index/team-index.ts";
import { compileShifts, type ShiftPlan } from "./shifts.ts";

/** An agent with sets instead of lists. */
export interface TeamAgent {
  readonly id: string;
  /** Place in the agent order that round robin follows. */
  readonly order: number;
  readonly groups: ReadonlySet<string>;
  readonly skills: { readonly [skill: string]: number };
  readonly capacity: { readonly [K in CapacityKind]: number };
  /** `null` = all shops. */
  readonly shops: ReadonlySet<string> | null;
  /** Empty = always on shift. */
  readonly shifts: readonly string[];
}

/** Everybody, indexed. Lists are in agent order. */
export interface People {
  readonly agents: readonly TeamAgent[];
  agent(id: string): TeamAgent | undefined;
  members(group: string): readonly TeamAgent[];
  /** Whoever works in shifts. */
  readonly inShifts: readonly TeamAgent[];
  hasGroup(group: string): boolean;
  /** The campaign's factor on the capacity of a group's members; 1 without a campaign. */
  factor(group: string): number;
  /** The best factor among groups that the agent is in, for what does not come through one group. */
  bestFactor(agent: TeamAgent, groups?: readonly string[]): number;
  readonly shifts: ShiftPlan;
}

/** Everybody, and who of them is eligible for what: kept while a load state changes. */
export interface Team extends People {
  readonly index: TeamIndex;
}

export interface TeamInput {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly shifts: readonly Shift[];
  readonly timezone: string;
  /** Strongest first: the first factor for a group wins, members add up. */
  readonly overlays: readonly RoutingOverlay[];
}

function guestGroups(overlays: readonly RoutingOverlay[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { members = {} } of overlays)
    for (const [group, agents] of Object.entries(members))
      for (const agent of agents) groups.set(agent, [...(groups.get(agent) ?? []), group]);
  return groups;
}

const toTeamAgent = (agent: Agent, order: number, guestOf: readonly string[]): TeamAgent => ({
  id: agent.id,
  order,
  groups: new Set([...agent.groups, ...guestOf]),
  skills: agent.skills ?? {},
  capacity: agent.capacity,
  shops: agent.shops && agent.shops.length > 0 ? new Set(agent.shops) : null,
  shifts: agent.shifts ?? [],
});

function membersByGroup(agents: readonly TeamAgent[]): Map<string, TeamAgent[]> {
  const members = new Map<string, TeamAgent[]>();
  for (const agent of agents)
    for (const group of agent.groups) {
      const list = members.get(group);
      if (list) list.push(agent);
      else members.set(group, [agent]);
    }
  return members;
}

function factorsOf(overlays: readonly RoutingOverlay[]): Map<string, number> {
  const factors = new Map<string, number>();
  for (const { capacity = {} } of overlays)
    for (const [group, factor] of Object.entries(capacity))
      if (!factors.has(group)) factors.set(group, factor);
  return factors;
}

function indexPeople(input: TeamInput): Team {
  const guests = guestGroups(input.overlays);
  const agents = input.agents.map((agent, order) => toTeamAgent(agent, order, guests.get(agent.id) ?? []));
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const members = membersByGroup(agents);
  const known = new Set([...input.groups.map((group) => group.key), ...members.keys()]);
  const factors = factorsOf(input.overlays);
  const factor = (group: string) => factors.get(group) ?? 1;
  const people: People = {
    agents,
    agent: (id) => byId.get(id),
    members: (group) => members.get(group) ?? [],
    inShifts: agents.filter(({ shifts }) => shifts.length > 0),
    hasGroup: (group) => known.has(group),
    factor,
    bestFactor: (agent, groups = [...agent.groups]) =>
      groups.reduce((best, group) => Math.max(best, factor(group)), groups.length > 0 ? 0 : 1),
    shifts: compileShifts(input.shifts, input.timezone),
  };
  return { ...people, index: new TeamIndex(people) };
}

/** A team that was made before, and of what. */
interface Made extends Pick<TeamInput, "groups" | "shifts" | "timezone"> {
  readonly overlays: string;
  readonly team: Team;
}

/** Campaign edges make other teams of the same people; the oldest are forgotten. */
const teamsKept = 8;

const madeOf = new WeakMap<readonly Agent[], Made[]>();

/**
 * Indexes the people; the agent order is the order they are given in. Policies compiled from the same lists under the
 * same overlays share one team, and with it what it knows of the loads.
 */
export function compileTeam(input: TeamInput): Team {
  const { groups, shifts, timezone } = input;
  const overlays = JSON.stringify(input.overlays.map(({ capacity, members }) => [capacity, members]));
  const made = madeOf.get(input.agents) ?? [];
  madeOf.set(input.agents, made);
  const known = made.find(
    (one) =>
      one.groups === groups &&
      one.shifts === shifts &&
      one.timezone === timezone &&
      one.overlays === overlays,
  );
  if (known) return known.team;
  const team = indexPeople(input);
  made.push({ groups, shifts, timezone, overlays, team });
  if (made.length > teamsKept) made.shift();
  return team;
}
