/** One local year of a calendar as sorted real-time intervals with prefix sums. */
import { type EpochDay, type MinuteInterval } from "./day-hours.ts";
import type { Zone } from "./zone.ts";
/** Epoch ms, open inclusive, close exclusive. */
export type Interval = readonly [open: number, close: number];
export interface YearBlock {
    /** The first moment of the local year, and of the next. */
    readonly start: number;
    readonly end: number;
    readonly opens: Float64Array;
    readonly closes: Float64Array;
    /** Open ms of this year before interval i. */
    readonly before: Float64Array;
    /** Open ms of the year. */
    readonly total: number;
    /** The dates that have hours of their own, in order. */
    readonly openDays: Int32Array;
}
/** The real-time intervals of one date; a clock change can swallow one. */
export declare function intervalsOf(day: EpochDay, hours: readonly MinuteInterval[], zone: Zone): Interval[];
/** Sorted, overlapping and adjoining intervals made one. */
export declare function mergeIntervals(intervals: readonly Interval[]): Interval[];
/** Builds the year; shifts that begin before New Year count up to its first moment in the year before. */
export declare function buildYear(year: number, hoursOf: (day: EpochDay) => readonly MinuteInterval[], zone: Zone): YearBlock;
/** The last index whose value is ≤ `limit`, or -1. */
export declare function lastAtMost(values: ArrayLike<number>, limit: number): number;
/** The last index whose value is < `limit`, or -1. */
export declare function indexBelow(values: ArrayLike<number>, limit: number): number;
