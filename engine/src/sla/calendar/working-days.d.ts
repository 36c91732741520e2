/**
 * `PnD`: a number of working days. Source: documents.md, section sla.
 *
 * The start moves to the next opening; the result is the same local time n open dates later. Where that date's
 * hours do not hold that time, the result is what the people there would take it for: after the last close, the
 * close; before the first opening or in a break, the opening that follows. So a start at 08:00 on a day that
 * opens at 08:00 is due at 10:00 on a day that opens at 10:00, never before anybody is at work.
 * A night shift belongs to the date it starts on: 02:00 in Friday's shift is Friday, 26:00.
 */
import { type EpochDay, type MinuteInterval } from "./day-hours.ts";
import { type Timeline } from "./timeline.ts";
import type { Zone } from "./zone.ts";
export interface WorkingDaysContext {
    readonly timeline: Timeline;
    readonly zone: Zone;
    readonly hoursOf: (day: EpochDay) => readonly MinuteInterval[];
}
/** The instant n working days after `from`; before it for a negative n; the next opening for 0. */
export declare function addWorkingDays(from: number, n: number, context: WorkingDaysContext): number;
