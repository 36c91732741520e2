/** What a campaign lays over the result of a policy. Never over the platform's own deadline. */
import type { EdgePolicy, OverlayRef, Priority, SlaMetric, SlaOverlay } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import type { Facts } from "../../state/events.ts";
import { slaMetricKind } from "../metrics/index.ts";
import { type Cells, cellOf, readCells } from "./cells.ts";
import { scaleValue, type TargetRule } from "./target-rule.ts";

/** Whether a condition holds for the facts at an instant. */
export type Holds = (facts: Facts, now: number) => boolean;

export interface CompiledOverlay {
  readonly ref: OverlayRef;
  readonly holds: Holds;
  readonly cells: Cells;
  readonly scale: SlaOverlay["scale"];
  readonly calendar: string | undefined;
  readonly inFlight: EdgePolicy;
  readonly onEnd: EdgePolicy;
}

/** Prepares one overlay of a phase. */
export function compileOverlay(from: FromPhase<SlaOverlay>, holds: Holds): CompiledOverlay {
  const { campaign, phase, revision, overlay } = from;
  return {
    ref: { campaign, phase, revision },
    holds,
    cells: readCells(overlay.targets),
    scale: overlay.scale,
    calendar: overlay.calendar,
    inFlight: overlay.inFlight ?? "keep",
    onEnd: overlay.onEnd ?? "keep",
  };
}

export const sameOverlay = (a: OverlayRef | null, b: OverlayRef | null): boolean =>
  a?.campaign === b?.campaign && a?.phase === b?.phase && a?.revision === b?.revision;

/**
 * The rule under an overlay: an explicit target replaces the cell, else `scale` multiplies it;
 * `calendar` replaces either's. `undefined` when the overlay says nothing about the metric.
 */
export function layOver(
  overlay: CompiledOverlay,
  metric: SlaMetric,
  priority: Priority,
  base: TargetRule | undefined,
  policyCalendar: string,
): TargetRule | undefined {
  if (!slaMetricKind(metric).adjustable || metric === "platformDue") return undefined;
  const { ref, calendar } = overlay;
  const cell = cellOf(overlay.cells, priority, metric);
  const kept = calendar ?? base?.calendar ?? policyCalendar;
  if (cell && "value" in cell.content)
    return { metric, calendar: cell.calendar ?? kept, tiers: [], overlay: ref, value: cell.content.value };
  const factor = overlay.scale?.[metric];
  if (!base || (factor === undefined && calendar === undefined)) return undefined;
  return { ...base, calendar: kept, overlay: ref, value: scaleValue(base.value, factor ?? 1) };
}
