/** A clock as a list of segments: each a stretch of time with one calendar, running or not. */
import type { ClockSegment, ClockState } from "../../state/ticket-state.ts";
import type { CompiledCalendar } from "../calendar.ts";
import { type CalendarLookup } from "../policy/calendars.ts";
/** Whether it still counts or waits. */
export declare const isLive: (clock: ClockState) => boolean;
/** The segment it is in, or was in last. */
export declare function lastSegment(clock: ClockState): ClockSegment;
/** The calendar that the clock is on now. */
export declare const clockCalendar: (clock: ClockState, calendars: CalendarLookup) => CompiledCalendar;
/** Open ms that have counted by `at`: those of the running segments, each on its own calendar. */
export declare const elapsedOf: (clock: ClockState, at: number, calendars: CalendarLookup) => number;
/** Open ms that pauses took by `at`. */
export declare const pausedOf: (clock: ClockState, at: number, calendars: CalendarLookup) => number;
/** Whether the clock has been on one calendar all its life. */
export declare function isOnOneCalendar(clock: ClockState): boolean;
/**
 * The instant at which `ms` open ms had counted, or will have if the clock runs on; only what counts from
 * `after` on is looked at. `null` when it stands still before that.
 */
export declare function instantAtElapsed(clock: ClockState, ms: number, calendars: CalendarLookup, after?: number): number | null;
/**
 * Ends the current segment at `at` and begins another; one that lasted no time leaves no trace.
 * Segments never overlap: where the clock on the wall was set back, the new one begins where the last one did.
 */
export declare function nextSegmentAt(clock: ClockState, at: number, next: Pick<ClockSegment, "running" | "calendar"> & {
    readonly reason?: string;
}): readonly ClockSegment[];
/** The segments with the last one ended at `at`. */
export declare function closedAt(clock: ClockState, at: number): readonly ClockSegment[];
/** When the present pause began, statuses that follow one another taken as one; `null` while running. */
export declare function pausedSince(clock: ClockState): number | null;
