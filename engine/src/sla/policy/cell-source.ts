/**
 * Where a target comes from: the walk down the tiers that clocks and drawings share. Per priority and metric the
 * first tier that fills the cell wins; a tier with `scale` multiplies what falls through it.
 * Source: documents.md, section sla.
 */
import type { Priority, ScaleTable, SlaMetric, SlaTarget, SlaTier } from "@sluice/schemas";
import type { CompiledCalendar } from "../calendar.ts";
import { type Cell, type Cells, cellOf } from "./cells.ts";
import { durationValue, scaleValue, toTarget } from "./target-rule.ts";

/** What the walk looks at. */
export interface WalkedTier {
  readonly id: string;
  readonly cells: Cells;
  readonly scale: ScaleTable | undefined;
}

/** The filled cell, and the tiers above it that multiply it, the outermost first. */
export interface FoundCell<T extends WalkedTier> {
  readonly tier: T;
  readonly cell: Cell;
  readonly scaling: readonly { readonly tier: T; readonly factor: number }[];
}

/** Walks tiers that all match; `undefined` when none fills the cell. The platform's deadline is never scaled. */
export function findCell<T extends WalkedTier>(
  matching: readonly T[],
  metric: SlaMetric,
  priority: Priority,
): FoundCell<T> | undefined {
  const scaling: { tier: T; factor: number }[] = [];
  for (const tier of matching) {
    const cell = cellOf(tier.cells, priority, metric);
    if (cell) return { tier, cell, scaling };
    const factor = metric === "platformDue" ? undefined : tier.scale?.[metric];
    if (factor !== undefined) scaling.push({ tier, factor });
  }
  return undefined;
}

/** The source of one cell of a drawn policy; texts are as the document has them, read or not. */
export interface TargetSource {
  /** The tier that fills the cell, and the column: the priority's own, or every priority's. */
  readonly tier: string;
  readonly column: Priority | "*";
  readonly text: string;
  /** The calendar of the cell's group, else the policy's. */
  readonly calendar: string;
  /** The tiers that multiply it, the outermost first. */
  readonly scaling: readonly { readonly tier: string; readonly factor: number }[];
}

const textsOf = ({ targets }: SlaTier): Cells => {
  const columns = Object.entries(targets ?? {}).map(([column, { calendar, ...texts }]) => {
    const filled = Object.entries(texts).map(
      ([metric, fact]) => [metric, { calendar, content: { fact } }] as const,
    );
    return [column, new Map(filled)] as const;
  });
  return new Map(columns);
};

/**
 * Where a ticket that matches all of these tiers gets a target from, without reading the target: so a drawing can
 * say it while a cell is being written. `undefined` when no tier fills the cell.
 */
export function targetSource(
  tiers: readonly SlaTier[],
  metric: SlaMetric,
  priority: Priority,
  policyCalendar: string,
): TargetSource | undefined {
  const walked = tiers.map((tier) => ({ id: tier.id, cells: textsOf(tier), scale: tier.scale }));
  const found = findCell(walked, metric, priority);
  if (!found || !("fact" in found.cell.content)) return undefined;
  const { tier, cell, scaling } = found;
  return {
    tier: tier.id,
    column: tier.cells.get(priority)?.has(metric) ? priority : "*",
    text: found.cell.content.fact,
    calendar: cell.calendar ?? policyCalendar,
    scaling: scaling.map((each) => ({ tier: each.tier.id, factor: each.factor })),
  };
}

/**
 * The target that a duration and factors (the outermost first) give a clock that starts at `start` (epoch ms):
 * each factor rounds up to the second, scaled working days become open time of the calendar.
 * Throws `document.invalid` for a text that is no usable duration.
 */
export function scaledTarget(
  text: string,
  factors: readonly number[],
  start: number,
  calendar: CompiledCalendar,
): SlaTarget {
  const value = factors.reduceRight(scaleValue, durationValue(text));
  return toTarget(value, start, calendar);
}
