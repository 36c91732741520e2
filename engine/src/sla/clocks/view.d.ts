/** A clock as people and conditions see it. */
import type { OverlayRef, RevisionRef, SlaMetric, SlaTarget } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
export interface ClockView {
    readonly id: string;
    readonly metric: SlaMetric;
    readonly cycle: number;
    readonly policy: RevisionRef;
    readonly target: SlaTarget;
    readonly tiers: readonly string[];
    readonly overlay: OverlayRef | null;
    /** Key of the calendar it is on. */
    readonly calendar: string;
    readonly startedAt: number;
    readonly stoppedAt: number | null;
    readonly breachedAt: number | null;
    /** A paused clock's due is what it would be if it resumed at the moment of the question. */
    readonly due: number;
    /** Open ms. */
    readonly elapsedMs: number;
    /** Open ms left; negative once passed. */
    readonly remainingMs: number;
    readonly state: "running" | "paused" | "breached" | "met" | "missed" | "cancelled";
}
/** The view at an instant; for an ended clock the instant does not matter. The policy says where calendars are. */
export declare function clockView(clock: ClockState, { calendars }: Pick<CompiledSla, "calendars">, at: number): ClockView;
/** The clock of a metric that counts now: its latest cycle. */
export declare const latestClock: (clocks: readonly ClockState[], metric: SlaMetric) => ClockState | undefined;
