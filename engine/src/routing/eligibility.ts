/**
 * Who may be given a ticket: member of the group, online, on shift, under capacity of the channel's kind
 * (unless the step ignores it), may see the shop, holds every skill at its level.
 */
import type { CapacityKind, SkillNeed, SkipGround, SkipReason, TicketStatus } from "@sluice/schemas";
import { loadOf } from "./agent-load.ts";
import type { AgentLoad } from "./load-state.ts";
import type { ShiftPlan } from "./shifts.ts";
import type { TeamAgent } from "./team.ts";

/** What a ticket asks of an agent in one step, at one instant. */
export interface Need {
  readonly kind: CapacityKind;
  readonly shop: string | null;
  readonly exclude: readonly string[];
  readonly skills: readonly SkillNeed[];
  readonly ignoreCapacity: boolean;
  readonly countsAsLoad: readonly TicketStatus[];
  /** The keys of the shifts that are on. */
  readonly shiftsOn: ReadonlySet<string>;
}

/** An agent measured against a need. */
export interface Measured {
  readonly agent: TeamAgent;
  readonly row: AgentLoad | undefined;
  readonly load: number;
  /** With the campaign's factor, rounded down. */
  readonly capacity: number;
}

/** Guards a product such as 100 × 1.15 = 114.99… against losing a whole ticket to binary fractions. */
const rounding = 1e-9;

/** How many tickets of a kind an agent may carry under a campaign's factor. */
export const capacityOf = (agent: TeamAgent, kind: CapacityKind, factor: number): number =>
  Math.floor(agent.capacity[kind] * factor + rounding);

export const seesShop = (agent: TeamAgent, shop: string | null): boolean =>
  agent.shops === null || shop === null || agent.shops.has(shop);

const isOnShift = (agent: TeamAgent, on: ReadonlySet<string>): boolean =>
  agent.shifts.length === 0 || agent.shifts.some((shift) => on.has(shift));

const lackOf = (agent: TeamAgent, skills: readonly SkillNeed[]): SkillNeed | undefined =>
  skills.find(({ skill, level = 1 }) => (agent.skills[skill] ?? 0) < level);

/** True when the agent holds every skill at its level. */
export const holdsSkills = (agent: TeamAgent, skills: readonly SkillNeed[]): boolean =>
  lackOf(agent, skills) === undefined;

export const measure = (
  agent: TeamAgent,
  row: AgentLoad | undefined,
  need: Pick<Need, "kind" | "countsAsLoad">,
  factor: number,
): Measured => ({
  agent,
  row,
  load: loadOf(row, need.kind, need.countsAsLoad),
  capacity: capacityOf(agent, need.kind, factor),
});

/** Why the agent cannot be given the ticket, or `null` when they can. Group membership is the caller's. */
export function skipReason(measured: Measured, need: Need): SkipReason | null {
  const { agent, row, load, capacity } = measured;
  if (need.exclude.includes(agent.id)) return "excluded";
  if (row?.presence !== "online") return "presence";
  if (!isOnShift(agent, need.shiftsOn)) return "off-shift";
  if (!need.ignoreCapacity && load >= capacity) return "at-capacity";
  if (!seesShop(agent, need.shop)) return "shop";
  return lackOf(agent, need.skills) ? "skill" : null;
}

/** Everything that stands against the agent, in the order of `skipReason`; every missing skill for itself. */
export function skipGrounds(
  measured: Measured,
  need: Need,
  shifts: ShiftPlan,
  now: number,
): readonly SkipGround[] {
  const { agent, row, load, capacity } = measured;
  const grounds: SkipGround[] = [];
  const against = (holds: boolean, reason: SkipReason, more: Omit<SkipGround, "reason"> = {}) => {
    const detail = skipDetail(reason, measured, need);
    if (holds) grounds.push({ reason, ...(detail === undefined ? {} : { detail }), ...more });
  };
  against(need.exclude.includes(agent.id), "excluded");
  against(row?.presence !== "online", "presence");
  const until = shifts.nextStart(now, agent.shifts);
  against(!isOnShift(agent, need.shiftsOn), "off-shift", until === null ? {} : { until });
  against(!need.ignoreCapacity && load >= capacity, "at-capacity");
  against(!seesShop(agent, need.shop), "shop");
  for (const one of need.skills)
    against(lackOf(agent, [one]) !== undefined, "skill", { detail: lackDetail(agent, one) });
  return grounds;
}

/** What a reason is about: the presence, `load/capacity`, the shop, or the skill and level that is missing. */
export function skipDetail(reason: SkipReason, measured: Measured, need: Need): string | undefined {
  if (reason === "presence") return measured.row?.presence ?? "offline";
  if (reason === "at-capacity") return `${measured.load}/${measured.capacity}`;
  if (reason === "shop") return need.shop ?? undefined;
  const lack = reason === "skill" ? lackOf(measured.agent, need.skills) : undefined;
  return lack && lackDetail(measured.agent, lack);
}

const lackDetail = (agent: TeamAgent, { skill, level = 1 }: SkillNeed): string =>
  `${skill} ${agent.skills[skill] ?? 0}/${level}`;
