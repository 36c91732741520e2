/**
 * Years alike share one shape: as long, beginning on the same weekday, with the same clock changes, and without
 * dates of their own. A calendar of four centuries comes to some dozens of shapes.
 */
import { dayMs, type EpochDay, type MinuteInterval } from "./day-hours.ts";
import { buildYear, daysReachingIn, type YearShape } from "./year-shape.ts";
import type { Zone } from "./zone.ts";

export interface YearShapesInput {
  readonly hoursOf: (day: EpochDay) => readonly MinuteInterval[];
  /** Whether some date of the year may have hours that no other year's has: `dates` and statutory ones. */
  readonly hasOwnDates: (year: number) => boolean;
  readonly zone: Zone;
}

/** Answers the shape of any year; keep it, what it built it builds no more. */
export function yearShapes({ hoursOf, hasOwnDates, zone }: YearShapesInput): (year: number) => YearShape {
  const known = new Map<string, YearShape>();
  /** The year before matters too: its last shifts reach over New Year. */
  const isOwn = (year: number): boolean =>
    hasOwnDates(year) ||
    hasOwnDates(new Date(Date.UTC(year, 0, 1) - daysReachingIn * dayMs).getUTCFullYear());
  const keyOf = (year: number): string => {
    const first = Date.UTC(year, 0, 1) / dayMs;
    const length = Date.UTC(year + 1, 0, 1) / dayMs - first;
    return `${length} ${((first % 7) + 7) % 7} ${zone.changesOf(year)}`;
  };
  return (year) => {
    const key = isOwn(year) ? `${year}` : keyOf(year);
    const shape = known.get(key) ?? buildYear(year, hoursOf, zone);
    known.set(key, shape);
    return shape;
  };
}
