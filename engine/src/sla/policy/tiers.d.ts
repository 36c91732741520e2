/**
 * Tiers, top-down: per priority and metric the first matching tier that fills the cell wins; a matching tier
 * with `scale` multiplies what falls through it. Source: documents.md, section sla.
 */
import type { Priority, ScaleTable, SlaMetric, SlaTier } from "@sluice/schemas";
import type { Facts } from "../../state/events.ts";
import { type Cells } from "./cells.ts";
import type { Holds } from "./overlay.ts";
import { type TargetRule } from "./target-rule.ts";
export interface CompiledTier {
    readonly id: string;
    readonly holds: Holds;
    readonly cells: Cells;
    readonly scale: ScaleTable | undefined;
}
export declare const compileTier: (tier: SlaTier, holds: Holds) => CompiledTier;
/** The target of one cell through tiers that all match; `undefined` when none fills it. */
export declare function resolveCell(matching: readonly CompiledTier[], metric: SlaMetric, priority: Priority, facts: Facts, policyCalendar: string): TargetRule | undefined;
