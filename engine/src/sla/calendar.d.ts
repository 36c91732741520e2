/**
 * Working calendars, compiled. Arithmetic is on real elapsed time in the calendar's zone (DST-safe), in epoch
 * milliseconds, never truncated. A budget that ends exactly at closing time is due at close.
 * Source: documents.md, section calendar.
 */
import type { CalendarSpec } from "@sluice/schemas";
import { calendarYears, neverDue } from "./calendar/timeline.ts";
import type { Interval } from "./calendar/year-block.ts";
export { calendarYears, type Interval, neverDue };
/** Open hours as arithmetic. Every function answers for every number; instants outside `calendarYears` count as its edge. */
export interface CompiledCalendar {
    readonly timezone: string;
    /** The first instant with `ms` of open time since `from`; `neverDue` if the calendar has not that much left. */
    add(from: number, ms: number): number;
    /** The last instant from which `ms` of open time lead to `from`. */
    subtract(from: number, ms: number): number;
    /** Open ms from `from` to `to`; negative when `to` is earlier. */
    between(from: number, to: number): number;
    /** The same local time n open dates later (see `calendar/working-days.ts`). */
    addWorkingDays(from: number, n: number): number;
    /** Opens inclusive, closes exclusive. */
    isOpen(at: number): boolean;
    /** `at` itself while open; `neverDue` if it never opens again. */
    nextOpening(at: number): number;
    /** When the open time at `at`, or else the next one, ends; `neverDue` if it lasts more than ten years. */
    closeOf(at: number): number;
    /** Open intervals within `[from, to)`, adjoining ones merged. */
    segments(from: number, to: number): Interval[];
}
/** The built-in calendar `24x7`. */
export declare const calendar24x7: CalendarSpec;
/** The key under which `calendar24x7` can be referred to everywhere. */
export declare const calendar24x7Key = "24x7";
/**
 * Prepares a calendar. Years are built when first asked for and kept, so keep the result.
 * Throws `calendar.invalid` for a zone that is not known; everything else `checkCalendar` refuses is tolerated:
 * overlaps are united, impossible dates never come.
 */
export declare function compileCalendar(spec: CalendarSpec): CompiledCalendar;
