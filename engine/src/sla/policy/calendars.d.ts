import { type CompiledCalendar } from "../calendar.ts";
export interface RevisedCalendar {
    readonly compiled: CompiledCalendar;
    readonly revision: number;
}
/** Without a revision, the live one; `undefined` for what is not there. */
export type CalendarLookup = (key: string, revision?: number) => RevisedCalendar | undefined;
/**
 * The calendar, or the live one where an old revision is gone; `24x7` is always there.
 * Throws `definition.missing`: a policy that names no calendar of the house cannot run.
 */
export declare function calendarOf(lookup: CalendarLookup, key: string, revision?: number): RevisedCalendar;
