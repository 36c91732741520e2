/** A target as a policy gives it, before a clock's start and calendar turn it into milliseconds. */
import type { OverlayRef, SlaMetric, SlaTarget } from "@sluice/schemas";
import type { CompiledCalendar } from "../calendar.ts";
import { type SlaDuration } from "../duration.ts";
export type TargetValue = {
    readonly type: "duration";
    readonly duration: SlaDuration;
    readonly text: string;
    /** Applied one after the other, each rounded up to the second. */
    readonly factors: readonly number[];
} | {
    readonly type: "instant";
    readonly at: number;
    readonly text: string;
};
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
export declare const durationValue: (text: string) => TargetValue;
/** The value multiplied; an instant is never touched. */
export declare const scaleValue: (value: TargetValue, factor: number) => TargetValue;
/** The target of a clock that starts at `start`. Scaled working days become open ms on the calendar. */
export declare function toTarget(value: TargetValue, start: number, calendar: CompiledCalendar): SlaTarget;
