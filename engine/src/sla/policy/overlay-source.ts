/**
 * What a campaign makes of a target, for drawings: the same rule by which clocks are laid over (`overlay.ts`), on
 * texts instead of compiled values, so that base and campaign can stand side by side while they are being written.
 */
import type { Priority, SlaMetric, SlaOverlay } from "@sluice/schemas";
import { slaMetricKind } from "../metrics/index.ts";
import type { TargetSource } from "./cell-source.ts";

/** A target under an overlay; texts are as the document has them, read or not. */
export interface OverlaidSource {
  readonly text: string;
  readonly calendar: string;
  /** Factors on the text, the outermost first, as `scaledTarget` takes them. */
  readonly factors: readonly number[];
  /** The overlay's own column, where it replaces the target; `null` where it scales it or moves its calendar. */
  readonly column: Priority | "*" | null;
}

/**
 * The target that an overlay makes of `base`: its own cell replaces it, else its `scale` multiplies it; its
 * `calendar` replaces either's. `undefined` where it says nothing about the metric. Conditions are not looked at.
 */
export function overlaidSource(
  overlay: Pick<SlaOverlay, "targets" | "scale" | "calendar">,
  metric: SlaMetric,
  priority: Priority,
  base: TargetSource | undefined,
  policyCalendar: string,
): OverlaidSource | undefined {
  if (!slaMetricKind(metric).adjustable || metric === "platformDue") return undefined;
  const { targets, scale, calendar } = overlay;
  const kept = calendar ?? base?.calendar ?? policyCalendar;
  const column = targets?.[priority]?.[metric] === undefined ? "*" : priority;
  const group = targets?.[column];
  const text = group?.[metric];
  if (text !== undefined) return { text, calendar: group?.calendar ?? kept, factors: [], column };
  const factor = scale?.[metric];
  if (!base || (factor === undefined && calendar === undefined)) return undefined;
  const inner = base.scaling.map((each) => each.factor);
  const factors = factor === undefined || factor === 1 ? inner : [factor, ...inner];
  return { text: base.text, calendar: kept, factors, column: null };
}
