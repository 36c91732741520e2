/**
 * Base and campaign side by side: for a ticket that matches one tier of a policy (and, of the others, those without
 * a condition), what the policy promises, and what is promised while the phase lasts.
 */
import { type CompiledCalendar, type OverlaidSource, overlaidSource } from "@sluice/engine";
import type { Priority, SlaOverlay, SlaSpec, SlaTarget } from "@sluice/schemas";
import { cellView, type ScaledMetric } from "../sla/cells.ts";
import { effectiveTarget } from "../sla/effective.ts";

export interface ComparedCell {
  /** The text that applies, scaled; `undefined` where the policy has no target. */
  readonly base: string | undefined;
  /** The text under the campaign; `undefined` where it says nothing about the cell. */
  readonly campaign: string | undefined;
  /** `looser` gives more time. `none`: there was no target before. */
  readonly change: "same" | "looser" | "stricter" | "added";
  /** How many times as long it is, in open time of the base's calendar; `undefined` where that cannot be said. */
  readonly factor: number | undefined;
  readonly calendar: string | undefined;
}

export interface ComparisonInput {
  readonly policy: SlaSpec;
  readonly overlay: SlaOverlay;
  /** Calendars by key; what is missing cannot be compared. */
  readonly calendarOf: (key: string) => CompiledCalendar | undefined;
  /** When the clocks would start. */
  readonly at: number;
}

/** Open ms of a target that begins at `at`: working days count by their calendar. */
function openMs(target: SlaTarget | undefined, calendar: CompiledCalendar | undefined, at: number) {
  if (!target || !calendar || target.type === "instant") return undefined;
  if (target.type === "open") return target.ms;
  return calendar.between(at, calendar.addWorkingDays(at, target.days));
}

const textOf = (target: SlaTarget | undefined, otherwise: string): string => target?.text ?? otherwise;

function overlaidTarget(source: OverlaidSource, { calendarOf, at }: ComparisonInput) {
  const calendar = calendarOf(source.calendar);
  if (!calendar) return undefined;
  const scaling = source.factors.map((factor) => ({ tier: "", factor }));
  return effectiveTarget({ text: source.text, scaling }, calendar, at);
}

function judge(base: number | undefined, laid: number | undefined, same: boolean): ComparedCell["change"] {
  if (base === undefined || laid === undefined) return same ? "same" : "added";
  return laid > base ? "looser" : laid < base ? "stricter" : "same";
}

/** Compares one cell: the tier in `row`, a priority, a metric. */
export function compareCell(
  input: ComparisonInput,
  row: number,
  priority: Priority,
  metric: ScaledMetric,
): ComparedCell {
  const { policy, overlay, calendarOf, at } = input;
  const { source } = cellView(policy, row, priority, metric);
  const laid = overlaidSource(overlay, metric, priority, source, policy.calendar);
  const baseCalendar = source && calendarOf(source.calendar);
  const baseTarget = source && baseCalendar ? effectiveTarget(source, baseCalendar, at) : undefined;
  const base = source && textOf(baseTarget, source.text);
  if (!laid)
    return { base, campaign: undefined, change: "same", factor: undefined, calendar: source?.calendar };
  const target = overlaidTarget(laid, input);
  const before = openMs(baseTarget, baseCalendar, at);
  const after = openMs(target, calendarOf(laid.calendar), at);
  const change = judge(before, after, base !== undefined);
  const factor = before && after ? after / before : undefined;
  return { base, campaign: textOf(target, laid.text), change, factor, calendar: laid.calendar };
}
