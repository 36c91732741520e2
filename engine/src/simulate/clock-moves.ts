/**
 * What publishing would do to the clocks that are open: a policy that open clocks follow, a campaign phase's edge.
 * The live step's own code moves them; workflows, reminders and routing are left out, and nothing is kept.
 */
import type { RevisionRef, SlaMetric } from "@sluice/schemas";
import type { Definitions } from "../definitions/definitions.ts";
import type { EventBody, TicketEvent } from "../state/events.ts";
import type { ClockState, TicketState } from "../state/ticket-state.ts";
import { Burst, newBudget } from "../step/burst.ts";
import { applyCampaignEdge, applyPublishedCalendar, applyPublishedPolicy } from "../step/clocks.ts";

/** A clock whose due changes; `null` where it did not run before, or does not run any more. */
export interface ClockMove {
  readonly clock: string;
  readonly metric: SlaMetric;
  /** Epoch ms. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface MovedClocks {
  /** The ticket as it would be, for what happens next. */
  readonly state: TicketState;
  readonly moves: readonly ClockMove[];
}

/** True while a clock has a due that can be met or missed. */
export const isOpenClock = ({ state }: ClockState): boolean => state === "running" || state === "paused";

const duesOf = (clocks: readonly ClockState[]): ReadonlyMap<string, ClockState> =>
  new Map(clocks.filter(isOpenClock).map((clock) => [clock.id, clock]));

function movesBetween(before: readonly ClockState[], after: readonly ClockState[]): readonly ClockMove[] {
  const [was, is] = [duesOf(before), duesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((clock) => {
    const [old, next] = [was.get(clock), is.get(clock)];
    const metric = (next ?? old)?.metric;
    const [from, to] = [old?.due ?? null, next?.due ?? null];
    return metric === undefined || from === to ? [] : [{ clock, metric, from, to }];
  });
}

function moved(
  definitions: Definitions,
  state: TicketState,
  now: number,
  body: EventBody,
  apply: (burst: Burst) => void,
): MovedClocks {
  const event: TicketEvent = { ...body, id: "preview", at: now, actor: { type: "system" } };
  const burst = new Burst(definitions, state, event, now, newBudget());
  apply(burst);
  const { sla, clocks } = burst;
  return { state: { ...state, sla, clocks }, moves: movesBetween(state.clocks, clocks) };
}

/** What a policy published with `apply: "open"` does to a ticket's clocks at `now`, epoch ms. */
export const followPolicy = (
  definitions: Definitions,
  state: TicketState,
  ref: RevisionRef,
  now: number,
): MovedClocks =>
  moved(definitions, state, now, { type: "sla.published", ref }, (burst) => applyPublishedPolicy(burst, ref));

/** What a calendar published with `apply: "open"` does to a ticket's clocks at `now`, epoch ms. */
export const followCalendar = (
  definitions: Definitions,
  state: TicketState,
  ref: RevisionRef,
  now: number,
): MovedClocks =>
  moved(definitions, state, now, { type: "calendar.published", ref }, (burst) =>
    applyPublishedCalendar(burst, ref),
  );

/** What the start or end of a campaign's phase at `now` (epoch ms) does to a ticket's clocks. */
export function crossCampaignEdge(
  definitions: Definitions,
  state: TicketState,
  edge: { readonly campaign: string; readonly phase: string; readonly edge: "started" | "ended" },
  now: number,
): MovedClocks {
  const { campaign, phase, edge: side } = edge;
  const body = { type: "campaign.edge", campaign, phase, edge: side } as const;
  return moved(definitions, state, now, body, (burst) => {
    if (burst.event.type === "campaign.edge") applyCampaignEdge(burst, burst.event);
  });
}
