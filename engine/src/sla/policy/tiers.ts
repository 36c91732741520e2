/**
 * Tiers, top-down: per priority and metric the first matching tier that fills the cell wins; a matching tier
 * with `scale` multiplies what falls through it. Source: documents.md, section sla.
 */
import type { Priority, ScaleTable, SlaMetric, SlaTier } from "@sluice/schemas";
import type { Facts } from "../../state/events.ts";
import { findCell } from "./cell-source.ts";
import { type Cell, type Cells, readCells } from "./cells.ts";
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
  const found = findCell(matching, metric, priority);
  const value = found && valueIn(found.cell, facts);
  if (!found || !value) return undefined;
  const { tier, cell, scaling } = found;
  return {
    metric,
    calendar: cell.calendar ?? policyCalendar,
    tiers: [...scaling.map((outer) => outer.tier.id), tier.id],
    overlay: null,
    // From the innermost outwards.
    value: scaling.reduceRight((inner, { factor }) => scaleValue(inner, factor), value),
  };
}
