/** A clock as people and conditions see it. */
import type { OverlayRef, RevisionRef, SlaMetric, SlaTarget } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import { elapsedOf, lastSegment } from "./segments.ts";
import { dueFrom, targetMs } from "./target.ts";

export interface ClockView {
  readonly id: string;
  readonly metric: SlaMetric;
  readonly cycle: number;
  readonly policy: RevisionRef;
  readonly target: SlaTarget;
  readonly tiers: readonly string[];
  readonly overlay: OverlayRef | null;
  /** Key of the calendar it is on. */
  readonly calendar: string;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly breachedAt: number | null;
  /** A paused clock's due is what it would be if it resumed at the moment of the question. */
  readonly due: number;
  /** Open ms. */
  readonly elapsedMs: number;
  /** Open ms left; negative once passed. */
  readonly remainingMs: number;
  readonly state: "running" | "paused" | "breached" | "met" | "missed" | "cancelled";
}

function stateOf(clock: ClockState, at: number): ClockView["state"] {
  if (clock.state === "cancelled") return "cancelled";
  if (clock.state === "stopped") return clock.breachedAt === null ? "met" : "missed";
  if (clock.breachedAt !== null || (clock.state === "running" && at >= clock.due)) return "breached";
  return clock.state;
}

/** The view at an instant; for an ended clock the instant does not matter. The policy says where calendars are. */
export function clockView(
  clock: ClockState,
  { calendars }: Pick<CompiledSla, "calendars">,
  at: number,
): ClockView {
  const until = clock.stoppedAt ?? at;
  const elapsedMs = elapsedOf(clock, until, calendars);
  const isWaiting = clock.state === "paused" && clock.breachedAt === null;
  const { id, metric, cycle, policy, target, tiers, overlay, startedAt, stoppedAt, breachedAt } = clock;
  return {
    ...{ id, metric, cycle, policy, target, tiers, overlay, startedAt, stoppedAt, breachedAt },
    calendar: lastSegment(clock).calendar.key,
    due: isWaiting ? dueFrom(clock, at, calendars) : clock.due,
    elapsedMs,
    remainingMs: targetMs(clock, calendars) - elapsedMs,
    state: stateOf(clock, at),
  };
}

/** The clock of a metric that counts now: its latest cycle. */
export const latestClock = (clocks: readonly ClockState[], metric: SlaMetric): ClockState | undefined =>
  clocks.findLast((clock) => clock.metric === metric);
