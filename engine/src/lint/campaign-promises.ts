/**
 * What an overlay makes of the promises of its policy: surely tighter, surely looser, or not to be said. Working days
 * are compared with working days, hours with hours, and only on one calendar or against one that is always open.
 */
import {
  type Priority,
  priorities,
  type SlaMetric,
  type SlaOverlay,
  type SlaSpec,
  slaMetrics,
} from "@sluice/schemas";
import { at } from "../check/pointer.ts";
import { calendar24x7Key } from "../sla/calendar.ts";
import { readDuration } from "../sla/duration.ts";
import type { LintContext } from "./rule.ts";
import { cellText, unconditionalTiers } from "./sla-cells.ts";

/** A promise that is surely changed. */
export interface ChangedPromise {
  readonly metric: SlaMetric;
  readonly change: "tighter" | "looser";
  /** Where the overlay says so. */
  readonly path: string;
  /** The texts, where one replaces the other; a factor has none. */
  readonly texts: { readonly priority: Priority; readonly base: string; readonly target: string } | null;
  readonly factor: number;
}

interface Cell {
  readonly text: string;
  readonly calendar: string;
}

type Tables = Pick<SlaOverlay, "targets">;

/** The cell of a table, with the calendar that its clocks run on. */
function cellOf(
  { targets }: Tables,
  priority: Priority,
  metric: SlaMetric,
  calendar: string,
): Cell | undefined {
  const text = cellText(targets ? { targets } : {}, priority, metric);
  const group = targets?.[priority]?.[metric] === undefined ? targets?.["*"] : targets[priority];
  return text === undefined ? undefined : { text, calendar: group?.calendar ?? calendar };
}

/** Below zero when `a` is surely the shorter, above when it is the longer; `undefined` where that cannot be said. */
function compared(a: Cell, b: Cell, factor: number): number | undefined {
  const [one, other] = [readDuration(a.text), readDuration(b.text)];
  if (!one || !other || one.days > 0 !== other.days > 0) return undefined;
  const size = one.days > 0 ? one.days - other.days * factor : one.ms - other.ms * factor;
  if (a.calendar === b.calendar) return size;
  return a.calendar === calendar24x7Key && size <= 0 ? -1 : undefined;
}

/** The promises that a ticket of the overlay may have: only the one for everybody, unless it is for some tickets. */
function basesOf(
  spec: SlaSpec,
  overlay: SlaOverlay,
  priority: Priority,
  metric: SlaMetric,
  context: LintContext,
) {
  const forAll = unconditionalTiers(spec, context.propositions).map(({ tier }) => tier);
  const tiers = overlay.when === undefined ? forAll : spec.tiers;
  const factors = tiers.flatMap(({ scale }) => (metric === "platformDue" ? [] : (scale?.[metric] ?? [])));
  const cells = tiers.flatMap((tier) => cellOf(tier, priority, metric, spec.calendar) ?? []);
  return {
    cells: overlay.when === undefined ? cells.slice(0, 1) : cells,
    least: factors.filter((one) => one < 1).reduce((a, b) => a * b, 1),
    most: factors.filter((one) => one > 1).reduce((a, b) => a * b, 1),
  };
}

function changeOf(target: Cell, { cells, least, most }: ReturnType<typeof basesOf>) {
  const [base] = cells;
  if (!base) return undefined;
  const tighter = cells.every((cell) => (compared(target, cell, least) ?? 0) < 0);
  const looser = cells.every((cell) => (compared(target, cell, most) ?? 0) > 0);
  return tighter || looser
    ? ({ change: tighter ? "tighter" : "looser", base: base.text } as const)
    : undefined;
}

const adjustable = slaMetrics.filter((metric) => metric !== "platformDue");

function ofTargets(overlay: SlaOverlay, path: string, spec: SlaSpec, context: LintContext) {
  return priorities.flatMap((priority) =>
    adjustable.flatMap((metric): ChangedPromise[] => {
      const bases = basesOf(spec, overlay, priority, metric, context);
      const kept = overlay.calendar ?? bases.cells[0]?.calendar ?? spec.calendar;
      const target = cellOf(overlay, priority, metric, kept);
      const changed = target && changeOf(target, bases);
      if (!target || !changed) return [];
      const own = overlay.targets?.[priority]?.[metric] === undefined ? "*" : priority;
      const { base, change } = changed;
      const texts = { priority, base, target: target.text };
      return [{ metric, change, path: at(path, "targets", own, metric), texts, factor: 1 }];
    }),
  );
}

/** A factor on the calendar that the clock has anyhow. */
function ofScale({ scale, targets, calendar }: SlaOverlay, path: string): readonly ChangedPromise[] {
  const filled = new Set(Object.values(targets ?? {}).flatMap(Object.keys));
  return adjustable.flatMap((metric): ChangedPromise[] => {
    const factor = scale?.[metric];
    if (factor === undefined || factor === 1 || filled.has(metric) || calendar !== undefined) return [];
    const change = factor < 1 ? "tighter" : "looser";
    return [{ metric, change, path: at(path, "scale", metric), texts: null, factor }];
  });
}

/** Every promise of the policy that the overlay surely changes; none where the policy is not there. */
export function changedPromises(
  overlay: SlaOverlay,
  path: string,
  context: LintContext,
): readonly ChangedPromise[] {
  const spec = context.find("sla", overlay.policy)?.spec;
  return spec ? [...ofTargets(overlay, path, spec, context), ...ofScale(overlay, path)] : [];
}
