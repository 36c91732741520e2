/**
 * One clock, worked out from scratch: start, target, pauses. What `POST /preview/sla-clock` answers.
 * The stored clocks of tickets live in `clocks/`; both read the same calendars.
 */
import type { CompiledCalendar, Interval } from "./calendar.ts";
import { type Pause } from "./pauses.ts";
export type { Pause } from "./pauses.ts";
export interface SlaClockInput {
    readonly calendar: CompiledCalendar;
    /** Epoch ms. */
    readonly start: number;
    /** Open ms, or working days. */
    readonly target: number | {
        readonly workingDays: number;
    };
    /** In any order, overlapping or not; `null` = still on. */
    readonly pauses?: readonly Pause[];
    /** The moment of the question; left out, the last instant that the input names. */
    readonly at?: number;
}
export interface SlaClock {
    /** With an open pause: as it would be if the clock resumed at `at`. */
    readonly due: number;
    /** Open ms that have counted by `at`. */
    readonly elapsed: number;
    /** Open ms left at `at`; negative once the target is passed. */
    readonly remaining: number;
    /** `breached` from the due instant on, paused or not. */
    readonly state: "running" | "paused" | "breached";
    /** The open time that counts, from start to due. */
    readonly segments: readonly Interval[];
}
/** Works out one clock; pure arithmetic, all instants epoch ms. */
export declare function slaClock({ calendar, start, target, pauses, at }: SlaClockInput): SlaClock;
