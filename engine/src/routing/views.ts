/** What people see of routing: a pool's queue, a group with its members, and the whole why. */
import type { Presence, SkipReason } from "@sluice/schemas";
import { type CapacityKind, capacityKinds } from "@sluice/schemas";
import { skipReason } from "./eligibility.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { plainStep, type RoutingModel } from "./model.ts";
import { offered } from "./pool.ts";
import { groupQueue, poolQueue } from "./queue-keys.ts";
import type { CompiledStep } from "./routes.ts";
import { measureIn, needOf } from "./survey.ts";
import type { TeamAgent } from "./team.ts";

/** A ticket in a pool, in the order in which it is offered. */
export interface PooledTicket {
  readonly entry: QueueEntry;
  /** When it is to be warned of, and escalated; `null` = never. */
  readonly warnAt: number | null;
  readonly escalateAt: number | null;
}

/** Whose view of a pool, and how much of it; all of it when left out. */
export interface PoolViewOptions<A> {
  readonly agent?: A | undefined;
  readonly limit?: number;
}

/** A member's room for one kind of ticket. */
export interface MemberLoad {
  readonly load: number;
  readonly capacity: number;
  /** `null` = could be given a ticket of this kind that asks for no skill and no shop. */
  readonly blockedBy: SkipReason | null;
}

export interface GroupMember extends Readonly<Record<CapacityKind, MemberLoad>> {
  readonly agent: string;
  readonly presence: Presence;
  readonly presenceSince: number | null;
}

export interface GroupView {
  readonly group: string;
  readonly members: readonly GroupMember[];
  /** Tickets that wait for the group, next one first. */
  readonly waiting: readonly QueueEntry[];
}

/** A pool's first tickets; for an agent, of those they may see in the order in which they are offered to them. */
export function poolView(
  model: RoutingModel,
  load: LoadState,
  pool: string,
  { agent, limit = Number.POSITIVE_INFINITY }: PoolViewOptions<TeamAgent>,
): PooledTicket[] {
  const compiled = model.pools.get(pool);
  if (!compiled) return [];
  const { warnAfter, escalateAfter, order } = compiled;
  const after = (since: number, wait: number | null) => (wait === null ? null : since + wait);
  const tickets: PooledTicket[] = [];
  const entries = agent
    ? offered(load, model.ref.key, compiled, agent)
    : load.queue(poolQueue(model.ref.key, pool), order);
  for (const entry of entries) {
    if (tickets.length >= limit) return tickets;
    const { since } = entry;
    tickets.push({ entry, warnAt: after(since, warnAfter), escalateAt: after(since, escalateAfter) });
  }
  return tickets;
}

/** How many tickets lie in a pool. */
export const poolSize = (model: RoutingModel, load: LoadState, pool: string): number =>
  load.queue(poolQueue(model.ref.key, pool), model.pools.get(pool)?.order).length;

function memberLoad(
  model: RoutingModel,
  load: LoadState,
  agent: TeamAgent,
  group: string,
  kind: CapacityKind,
  now: number,
) {
  const need = needOf(model, { kind, shop: null }, plainStep(group), now);
  const measured = measureIn(model, load.agent(agent.id), agent, need, group);
  return { load: measured.load, capacity: measured.capacity, blockedBy: skipReason(measured, need) };
}

/** A group's members with their room, and its queue. */
export function groupView(model: RoutingModel, load: LoadState, group: string, now: number): GroupView {
  const members = model.team.members(group).map((agent): GroupMember => {
    const row = load.agent(agent.id);
    const [chat, ticket] = capacityKinds.map((kind) => memberLoad(model, load, agent, group, kind, now));
    const none: MemberLoad = { load: 0, capacity: 0, blockedBy: null };
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

/** A step in words that anybody can show; the fields of another kind of step are absent. */
export interface StepOutline {
  readonly type: "group" | "pool" | "sticky";
  readonly group?: string;
  readonly strategy?: string;
  readonly pool?: string;
  /** How long a group is waited for, or how old a familiar agent may be, ms; `null` = no limit. */
  readonly spanMs?: number | null;
}

export interface RouteOutline {
  readonly route: string;
  readonly name: string;
  /** The campaign in force that brought it. */
  readonly campaign: string | null;
  readonly steps: readonly StepOutline[];
}

function outlineStep(step: CompiledStep): StepOutline {
  if (step.type === "pool") return step;
  if (step.type === "sticky") return { type: "sticky", spanMs: step.span };
  const { type, group, strategy, timeout } = step;
  return { type, group, strategy: strategy.definition.id, spanMs: timeout };
}

/** Every route in the order in which it is tried, the fallback last. */
export const outlineRoutes = (model: RoutingModel): readonly RouteOutline[] =>
  [...model.routes, model.fallback].map(({ id, name, campaign, steps }) => ({
    route: id,
    name,
    campaign,
    steps: steps.map(outlineStep),
  }));
