/**
 * All open time of a calendar on one line: the *position* of an instant is the open time before it.
 * Years are built when first touched and kept; every look-up is a few binary searches.
 */
import type { EpochDay, MinuteInterval } from "./day-hours.ts";
import { type Interval } from "./year-block.ts";
import type { Zone } from "./zone.ts";
/** Calendars know these years; an instant outside is taken as the nearest moment inside. */
export declare const calendarYears: {
    readonly first: 1900;
    readonly last: 2299;
};
/** The due time of what a calendar will never have open time for: 9999-12-31T23:59:59.999Z. */
export declare const neverDue = 253402300799999;
export declare class Timeline {
    #private;
    constructor(hoursOf: (day: EpochDay) => readonly MinuteInterval[], zone: Zone);
    /** Open ms before an instant, counted from an arbitrary zero. */
    position(instant: number): number;
    /** The first instant with a position: at a close, not at the next opening. `neverDue` if there is none. */
    firstAt(position: number): number;
    /** The last instant with a position: at an opening, not at the close before. `neverDue` if there is none. */
    lastAt(position: number): number;
    /** Whether the calendar is open at an instant. */
    isOpen(instant: number): boolean;
    /** The open intervals within `[from, to)`, adjoining ones merged. */
    intervals(from: number, to: number): Generator<Interval>;
    /** The nth date with hours after a date (before it when n is negative); `undefined` outside the known years. */
    openDay(day: EpochDay, n: number): EpochDay | undefined;
}
