/** What a clock's target means in open time, and when it is due. */
import type { SlaTarget } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CalendarLookup } from "../policy/calendars.ts";
export declare const sameTarget: (a: SlaTarget, b: SlaTarget) => boolean;
/** The whole target in open ms on the calendar that the clock is on. */
export declare function targetMs(clock: ClockState, calendars: CalendarLookup): number;
/**
 * When the clock is due if it runs from `at` on: `calendar.add(at, target − elapsed)`.
 * Working days on one calendar keep their local time; pauses move them by the open time paused.
 */
export declare function dueFrom(clock: ClockState, at: number, calendars: CalendarLookup): number;
