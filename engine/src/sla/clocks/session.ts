/** One call on a ticket's clocks: what it may look at, and the changes it collects for the decision. */
import type { ClockDecision, SlaDecision, SlaOverlay } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CalendarLookup } from "../policy/calendars.ts";
import type { CompiledSla } from "../policy/policy.ts";
import { elapsedOf, lastSegment } from "./segments.ts";

/** What the campaigns and the cause of a change bring in. */
export interface ClockOptions {
  /** The overlays in force now for this policy, strongest first. */
  readonly overlays?: readonly FromPhase<SlaOverlay>[];
  /**
   * The overlays of a phase that clocks are pinned to, in force or over. Where it does not know the phase,
   * such a clock keeps its target.
   */
  readonly pinned?: (campaign: string, phase: string, revision: number) => readonly FromPhase<SlaOverlay>[];
  /** Other calendars than the policy's own look-up. */
  readonly calendarOf?: CalendarLookup;
  /** The key of a calendar whose clocks follow to its live revision. */
  readonly calendar?: string;
  /** Why, for the decision: `priority`, `tier`, an event type. */
  readonly cause?: string;
}

export interface Session {
  readonly policy: CompiledSla;
  readonly now: number;
  readonly options: ClockOptions;
  readonly changes: ClockDecision[];
}

export function createSession(policy: CompiledSla, now: number, options: ClockOptions): Session {
  const { calendarOf } = options;
  return { policy: calendarOf ? { ...policy, calendars: calendarOf } : policy, now, options, changes: [] };
}

/** Notes a change of a clock as it is after it, at an instant. */
export function note(
  { policy, changes }: Session,
  clock: ClockState,
  change: ClockDecision["change"],
  at: number,
  more: { readonly previousDue?: number; readonly reason?: string | undefined } = {},
): void {
  const { previousDue, reason } = more;
  changes.push({
    clock: clock.id,
    metric: clock.metric,
    change,
    target: clock.target,
    calendar: lastSegment(clock).calendar.key,
    due: clock.due,
    ...(previousDue === undefined ? {} : { previousDue }),
    elapsedMs: elapsedOf(clock, at, policy.calendars),
    tiers: clock.tiers,
    ...(clock.overlay === null ? {} : { overlay: clock.overlay }),
    ...(reason === undefined ? {} : { reason }),
  });
}

/** What the session decided; `null` when nothing changed. */
export const decisionOf = ({ policy, now, changes }: Session): SlaDecision | null =>
  changes.length === 0 ? null : { kind: "sla", ref: policy.ref, clocks: changes, at: now };
