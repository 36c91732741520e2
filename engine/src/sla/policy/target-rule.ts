/** A target as a policy gives it, before a clock's start and calendar turn it into milliseconds. */
import type { OverlayRef, SlaMetric, SlaTarget } from "@sluice/schemas";
import type { CompiledCalendar } from "../calendar.ts";
import { formatDuration, parseDuration, type SlaDuration } from "../duration.ts";

export type TargetValue =
  | {
      readonly type: "duration";
      readonly duration: SlaDuration;
      readonly text: string;
      /** Applied one after the other, each rounded up to the second. */
      readonly factors: readonly number[];
    }
  | { readonly type: "instant"; readonly at: number; readonly text: string };

export interface TargetRule {
  readonly metric: SlaMetric;
  /** Calendar key. */
  readonly calendar: string;
  /** Scaling tiers first, the filled one last; empty when a campaign gave the target. */
  readonly tiers: readonly string[];
  readonly overlay: OverlayRef | null;
  readonly value: TargetValue;
}

/** A cell's text, read; throws `document.invalid` for what `checkSla` refuses. */
export const durationValue = (text: string): TargetValue => ({
  type: "duration",
  duration: parseDuration(text),
  text,
  factors: [],
});

/** The value multiplied; an instant is never touched. */
export const scaleValue = (value: TargetValue, factor: number): TargetValue =>
  value.type === "instant" || factor === 1 ? value : { ...value, factors: [...value.factors, factor] };

/** Rounded up to the second; the slack keeps 20 s × 0.15 at 3 s in binary fractions. */
const scaled = (ms: number, factors: readonly number[]): number =>
  factors.reduce((value, factor) => Math.max(1, Math.ceil((value * factor) / 1000 - 1e-6)) * 1000, ms);

/** The target of a clock that starts at `start`. Scaled working days become open ms on the calendar. */
export function toTarget(value: TargetValue, start: number, calendar: CompiledCalendar): SlaTarget {
  if (value.type === "instant") return { type: "instant", at: value.at, text: value.text };
  const { duration, factors, text } = value;
  if ("workingDays" in duration && factors.length === 0)
    return { type: "workingDays", days: duration.workingDays, text };
  const open =
    "ms" in duration
      ? duration.ms
      : calendar.between(start, calendar.addWorkingDays(start, duration.workingDays));
  const ms = scaled(open, factors);
  return { type: "open", ms, text: factors.length === 0 ? text : formatDuration(ms) };
}
