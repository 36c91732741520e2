/** What a campaign lays over the result of a policy. Never over the platform's own deadline. */
import type { EdgePolicy, OverlayRef, Priority, SlaMetric, SlaOverlay } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import type { Facts } from "../../state/events.ts";
import { type Cells } from "./cells.ts";
import { type TargetRule } from "./target-rule.ts";
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
export declare function compileOverlay(from: FromPhase<SlaOverlay>, holds: Holds): CompiledOverlay;
export declare const sameOverlay: (a: OverlayRef | null, b: OverlayRef | null) => boolean;
/**
 * The rule under an overlay: an explicit target replaces the cell, else `scale` multiplies it;
 * `calendar` replaces either's. `undefined` when the overlay says nothing about the metric.
 */
export declare function layOver(overlay: CompiledOverlay, metric: SlaMetric, priority: Priority, base: TargetRule | undefined, policyCalendar: string): TargetRule | undefined;
