/**
 * Which shifts are on. A shift is wall-clock time in the workspace zone on given weekdays; one whose end
 * is not after its start ends on the next day. On a day when the clocks change it follows the wall.
 */
import type { Shift } from "@sluice/schemas";
/** The shifts of a workspace, ready to be asked at an instant. */
export interface ShiftPlan {
  /** The keys of the shifts that are on at `now` (epoch ms). */
  on(now: number): ReadonlySet<string>;
  /** The next instant after `now` at which a shift begins, or `null` when there are none. */
  nextStart(now: number): number | null;
}
/** Prepares the shifts for one zone (IANA name). Answers are kept for the minute they are asked in. */
export declare function compileShifts(shifts: readonly Shift[], timezone: string): ShiftPlan;
