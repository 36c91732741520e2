/**
 * `PnD`: a number of working days. Source: documents.md, section sla.
 *
 * The start moves to the next opening; the result is the same local time n open dates later, no later than that
 * date's last close. Where that date has a break at that time, or opens later, the time stays as it is: the promise
 * is a time of day, and no open time lies between it and the opening.
 * A night shift belongs to the date it starts on: 02:00 in Friday's shift is Friday, 26:00.
 */
import { dayMs, type EpochDay, type MinuteInterval } from "./day-hours.ts";
import { neverDue, type Timeline } from "./timeline.ts";
import { intervalsOf } from "./year-shape.ts";
import type { Zone } from "./zone.ts";

export interface WorkingDaysContext {
  readonly timeline: Timeline;
  readonly zone: Zone;
  readonly hoursOf: (day: EpochDay) => readonly MinuteInterval[];
}

/** The date whose shift an open instant belongs to, and the wall time since that date's midnight. */
function workingDate(at: number, { zone, hoursOf }: WorkingDaysContext): { day: EpochDay; wall: number } {
  const wall = zone.toWall(at);
  const today = Math.floor(wall / dayMs);
  for (const day of [today, today - 1, today - 2]) {
    const hours = intervalsOf(day, hoursOf(day), zone);
    if (hours.some(([open, close]) => open <= at && at < close)) return { day, wall: wall - day * dayMs };
  }
  return { day: today, wall: wall - today * dayMs };
}

/** The instant n working days after `from`; before it for a negative n; the next opening for 0. */
export function addWorkingDays(from: number, n: number, context: WorkingDaysContext): number {
  const { timeline, zone, hoursOf } = context;
  const start = timeline.lastAt(timeline.position(from));
  if (start === neverDue || !(Math.abs(n) >= 1)) return start;
  const { day, wall } = workingDate(start, context);
  const target = timeline.openDay(day, Math.trunc(n));
  if (target === undefined) return n > 0 ? neverDue : from;
  const closes = intervalsOf(target, hoursOf(target), zone).map(([, close]) => close);
  return Math.min(zone.fromWall(target * dayMs + wall), Math.max(...closes));
}
