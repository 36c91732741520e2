/** The hours of each date in wall minutes, by precedence: `dates`, `annualDates`, `include`, `hours`. */
import { type CalendarSpec, type DayHours } from "@sluice/schemas";
/** An interval in minutes since the date's midnight; the end may lie on the next day (over 1440). */
export type MinuteInterval = readonly [open: number, close: number];
/** Days since 1970-01-01, so that dates can be counted. */
export type EpochDay = number;
export declare const dayMs = 86400000;
/** Reads the intervals of one day, in order; an end that is not after its start is on the next day. */
export declare function toIntervals(hours: DayHours | undefined): readonly MinuteInterval[];
/** Answers the hours of any date; built once per calendar. */
export declare function dayHours(spec: CalendarSpec): (day: EpochDay) => readonly MinuteInterval[];
