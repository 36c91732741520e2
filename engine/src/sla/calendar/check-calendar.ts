/** What is wrong with a calendar, found without running it. Source: documents.md, "Refused: …". */
import { type CalendarSpec, type DayHours, type Problem, problem, weekdays } from "@sluice/schemas";
import { dayMs, type MinuteInterval, toIntervals } from "./day-hours.ts";
import { calendarYears } from "./timeline.ts";
import { intervalsOf } from "./year-shape.ts";
import { createZone, isTimeZone } from "./zone.ts";

const dayMinutes = 1440;
const escapePointer = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Whether a date exists; 02-29 does, in a leap year or without a year. */
function isDate(year: number, monthDay: string): boolean {
  const month = Number(monthDay.slice(0, 2));
  const day = Number(monthDay.slice(3, 5));
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** One interval of the week with its place in the document, in minutes from Monday's midnight. */
interface Placed {
  readonly path: string;
  readonly interval: MinuteInterval;
}

const place = (hours: DayHours | undefined, path: string, offset: number): Placed[] =>
  (hours ?? []).flatMap((_, index) =>
    toIntervals(hours?.slice(index, index + 1)).map(([open, close]) => ({
      path: `${path}/${index}`,
      interval: [open + offset, close + offset] as const,
    })),
  );

/** Marks every interval that begins before an earlier one has ended. */
function overlaps(placed: readonly Placed[]): Problem[] {
  const problems: Problem[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { path, interval } of [...placed].sort((a, b) => a.interval[0] - b.interval[0])) {
    if (interval[0] < end) problems.push(problem(path, "calendar.overlap"));
    end = Math.max(end, interval[1]);
  }
  return problems;
}

/** The week is a circle: Sunday's night shift reaches into Monday. */
function checkWeek(spec: CalendarSpec): Problem[] {
  const week = weekdays.flatMap((day, index) => place(spec.hours[day], `/hours/${day}`, index * dayMinutes));
  const again = week.map(({ path, interval: [open, close] }): Placed => {
    const shift = 7 * dayMinutes;
    return { path, interval: [open + shift, close + shift] };
  });
  return [...new Map(overlaps([...week, ...again]).map((found) => [found.path, found])).values()];
}

/** A special day's own intervals; where a neighbour's night shift reaches into it, the two are simply one. */
function checkDays(spec: CalendarSpec): Problem[] {
  const dates = Object.entries(spec.dates ?? {}).flatMap(([date, { hours }]) => {
    const path = `/dates/${escapePointer(date)}`;
    const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && isDate(Number(date.slice(0, 4)), date.slice(5));
    return [
      ...(real ? [] : [problem(path, "calendar.date", { date })]),
      ...overlaps(place(hours, `${path}/hours`, 0)),
    ];
  });
  const annual = Object.entries(spec.annualDates ?? {}).flatMap(([date, { hours }]) => {
    const path = `/annualDates/${escapePointer(date)}`;
    const real = /^\d{2}-\d{2}$/.test(date) && isDate(2024, date);
    return [
      ...(real ? [] : [problem(path, "calendar.date", { date })]),
      ...overlaps(place(hours, `${path}/hours`, 0)),
    ];
  });
  return [...dates, ...annual];
}

/** A special day that comes: within the years that calendars know, and not all of it in an hour that the zone skips. */
function comes(date: string, hours: DayHours, timezone: string): boolean {
  const year = Number(date.slice(0, 4));
  if (!isDate(year, date.slice(5)) || year < calendarYears.first || year > calendarYears.last) return false;
  if (!isTimeZone(timezone)) return hours.length > 0;
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  return intervalsOf(day, toIntervals(hours), createZone(timezone)).length > 0;
}

/** Open on some date at least: in the week unless annual dates close the whole year, or on a special day that comes. */
function opens(spec: CalendarSpec): boolean {
  const annual = Object.entries(spec.annualDates ?? {}).filter(([date]) => isDate(2024, date));
  if (annual.some(([, { hours }]) => hours.length > 0)) return true;
  if (annual.length < 366 && weekdays.some((day) => (spec.hours[day] ?? []).length > 0)) return true;
  return Object.entries(spec.dates ?? {}).some(([date, { hours }]) => comes(date, hours, spec.timezone));
}

/** Every reason to refuse a calendar, each with its JSON pointer into the spec; empty when it is good. */
export function checkCalendar(spec: CalendarSpec): Problem[] {
  const zone = isTimeZone(spec.timezone)
    ? []
    : [problem("/timezone", "calendar.timezone", { zone: spec.timezone })];
  const never = opens(spec) ? [] : [problem("/hours", "calendar.never-open")];
  return [...zone, ...checkWeek(spec), ...checkDays(spec), ...never];
}
