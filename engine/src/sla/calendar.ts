/**
 * Working calendars, compiled. Arithmetic is on real elapsed time in the calendar's zone (DST-safe), in epoch
 * milliseconds, never truncated. A budget that ends exactly at closing time is due at close.
 * Source: documents.md, section calendar.
 */
import type { CalendarSpec, HolidayDays } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import { dayHours, ownDates } from "./calendar/day-hours.ts";
import { neverDue, Timeline } from "./calendar/timeline.ts";
import { addWorkingDays } from "./calendar/working-days.ts";
import type { Interval } from "./calendar/year-shape.ts";
import { yearShapes } from "./calendar/year-shapes.ts";
import { createZone, isTimeZone } from "./calendar/zone.ts";

export { type Interval, neverDue };

/** Open hours as arithmetic. Every function answers for every number; instants outside the years 1900–2299 count as its edge. */
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
  /** Open intervals within `[from, to)`, adjoining ones merged; the first `most` of them. */
  segments(from: number, to: number, most?: number): Interval[];
}

const allDay: [string, string][] = [["00:00", "24:00"]];

/** The built-in calendar `24x7`. */
export const calendar24x7: CalendarSpec = {
  timezone: "UTC",
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
};

/** The key under which `calendar24x7` can be referred to everywhere. */
export const calendar24x7Key = "24x7";

const yearMs = 366 * 86_400_000;

/** Looks a year ahead, then ten: hours that go on for longer have no close worth the search. */
function closeOf(timeline: Timeline, at: number): number {
  const opening = timeline.lastAt(timeline.position(at));
  for (const horizon of [opening + yearMs, opening + 10 * yearMs]) {
    const [interval] = timeline.intervals(opening, horizon);
    if (interval && interval[1] < horizon) return interval[1];
  }
  return neverDue;
}

/**
 * Prepares a calendar. Years are built when first asked for and kept, so keep the result.
 * Throws `calendar.invalid` for a zone that is not known; everything else `checkCalendar` refuses is tolerated:
 * overlaps are united, impossible dates never come. `holidays` are what `cn-statutory` means, by default what this
 * release knows (`builtInHolidays`).
 */
export function compileCalendar(
  spec: CalendarSpec,
  { holidays }: { readonly holidays?: HolidayDays | undefined } = {},
): CompiledCalendar {
  if (!isTimeZone(spec.timezone))
    throw new EngineError("calendar.invalid", `unknown time zone ${spec.timezone}`, {
      timezone: spec.timezone,
    });
  const zone = createZone(spec.timezone);
  const hoursOf = dayHours(spec, holidays);
  const timeline = new Timeline(yearShapes({ hoursOf, hasOwnDates: ownDates(spec, holidays), zone }));
  const subtract = (from: number, ms: number): number => {
    if (ms < 0) return timeline.firstAt(timeline.position(from) - Math.round(ms));
    return ms > 0 ? timeline.lastAt(timeline.position(from) - Math.round(ms)) : from;
  };
  return {
    timezone: spec.timezone,
    add: (from, ms) =>
      ms > 0 ? timeline.firstAt(timeline.position(from) + Math.round(ms)) : subtract(from, -ms),
    subtract,
    between: (from, to) => timeline.position(to) - timeline.position(from),
    addWorkingDays: (from, n) => addWorkingDays(from, n, { timeline, zone, hoursOf }),
    isOpen: (at) => timeline.isOpen(at),
    nextOpening: (at) => timeline.lastAt(timeline.position(at)),
    closeOf: (at) => closeOf(timeline, at),
    segments: (from, to, most = Number.POSITIVE_INFINITY) => {
      const found: Interval[] = [];
      for (const interval of timeline.intervals(from, to)) {
        if (found.length >= most) break;
        found.push(interval);
      }
      return found;
    },
  };
}
