/**
 * Tiers, top-down: per priority and metric the first matching tier that fills the cell wins; a matching tier
 * with `scale` multiplies what falls through it. Source: documents.md, section sla.
 */
import type { Priority, ScaleTable, SlaMetric, SlaTier } from "@sluice/schemas";
import type { Facts } from "../../state/events.ts";
import { type Cell, type Cells, cellOf, readCells } from "./cells.ts";
import type { Holds } from "./overlay.ts";
import { platformDueValue } from "./platform-due.ts";
import { scaleValue, type TargetRule, type TargetValue } from "./target-rule.ts";

export interface CompiledTier {
  readonly id: string;
  readonly holds: Holds;
  readonly cells: Cells;
  readonly scale: ScaleTable | undefined;
}

export const compileTier = (tier: SlaTier, holds: Holds): CompiledTier => ({
  id: tier.id,
  holds,
  cells: readCells(tier.targets),
  scale: tier.scale,
});

const valueIn = ({ content }: Cell, facts: Facts): TargetValue | undefined =>
  "value" in content ? content.value : platformDueValue(content.fact, facts);

/** The target of one cell through tiers that all match; `undefined` when none fills it. */
export function resolveCell(
  matching: readonly CompiledTier[],
  metric: SlaMetric,
  priority: Priority,
  facts: Facts,
  policyCalendar: string,
): TargetRule | undefined {
  const scaling: CompiledTier[] = [];
  for (const tier of matching) {
    const cell = cellOf(tier.cells, priority, metric);
    if (cell) {
      const value = valueIn(cell, facts);
      return value && through(scaling, { metric, cell, value, tier, policyCalendar });
    }
    if (metric !== "platformDue" && tier.scale?.[metric] !== undefined) scaling.push(tier);
  }
  return undefined;
}

/** The scaling tiers applied from the innermost outwards. */
function through(
  scaling: readonly CompiledTier[],
  found: {
    readonly metric: SlaMetric;
    readonly cell: Cell;
    readonly value: TargetValue;
    readonly tier: CompiledTier;
    readonly policyCalendar: string;
  },
): TargetRule {
  const { metric, cell, tier, policyCalendar } = found;
  const factorOf = ({ scale }: CompiledTier) => (metric === "platformDue" ? 1 : (scale?.[metric] ?? 1));
  return {
    metric,
    calendar: cell.calendar ?? policyCalendar,
    tiers: [...scaling.map(({ id }) => id), tier.id],
    overlay: null,
    value: scaling.reduceRight((value, outer) => scaleValue(value, factorOf(outer)), found.value),
  };
}
