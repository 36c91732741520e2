/** The hours of each date in wall minutes, by precedence: `dates`, `annualDates`, `include`, `hours`. */
import { type CalendarSpec, type DayHours, type HolidayDays, weekdays } from "@sluice/schemas";
import { builtInHolidays } from "./statutory.ts";

/** An interval in minutes since the date's midnight; the end may lie on the next day (over 1440). */
export type MinuteInterval = readonly [open: number, close: number];

/** Days since 1970-01-01, so that dates can be counted. */
export type EpochDay = number;

export const dayMs = 86_400_000;
const dayMinutes = 1440;
const none: readonly MinuteInterval[] = [];

const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Reads the intervals of one day, in order; an end that is not after its start is on the next day. */
export function toIntervals(hours: DayHours | undefined): readonly MinuteInterval[] {
  if (!hours || hours.length === 0) return none;
  const read = hours.map(([from, to]): MinuteInterval => {
    const open = toMinutes(from);
    const close = toMinutes(to);
    return [open, close > open ? close : close + dayMinutes];
  });
  return read.sort((a, b) => a[0] - b[0]);
}

/** `YYYY-MM-DD` of a date. */
const dateOf = (day: EpochDay): string => new Date(day * dayMs).toISOString().slice(0, 10);

const table = (days: { readonly [date: string]: { readonly hours: DayHours } } | undefined) =>
  new Map(Object.entries(days ?? {}).map(([date, { hours }]) => [date, toIntervals(hours)]));

/** Which part of the calendar decides a date, and what it says. */
export interface DayPlan {
  readonly source: "dates" | "annualDates" | "cn-statutory" | "hours";
  readonly hours: readonly MinuteInterval[];
}

const asPlans = (days: ReadonlyMap<string, readonly MinuteInterval[]>, source: DayPlan["source"]) =>
  new Map([...days].map(([date, hours]): [string, DayPlan] => [date, { source, hours }]));

/** Answers the plan of any date; built once per calendar. `holidays` are what `cn-statutory` means. */
export function dayPlans(
  spec: CalendarSpec,
  holidays: HolidayDays = builtInHolidays,
): (day: EpochDay) => DayPlan {
  const dates = asPlans(table(spec.dates), "dates");
  const annual = asPlans(table(spec.annualDates), "annualDates");
  const closed: DayPlan = { source: "cn-statutory", hours: none };
  const madeUp: DayPlan = { source: "cn-statutory", hours: toIntervals(spec.hours.mon) };
  const week = weekdays.map((name): DayPlan => ({ source: "hours", hours: toIntervals(spec.hours[name]) }));
  // 1970-01-01 was a Thursday; dates before it count down.
  const ofWeekday = (day: EpochDay): DayPlan => week[(((day + 3) % 7) + 7) % 7] ?? closed;
  const statutory = spec.include?.includes("cn-statutory") ?? false;
  if (dates.size === 0 && annual.size === 0 && !statutory) return ofWeekday;
  return (day) => {
    const date = dateOf(day);
    const special = dates.get(date) ?? annual.get(date.slice(5));
    if (special) return special;
    const kind = statutory ? holidays[date]?.kind : undefined;
    if (kind === "holiday") return closed;
    return kind === "make-up-workday" ? madeUp : ofWeekday(day);
  };
}

/** Answers the hours of any date; built once per calendar. */
export function dayHours(
  spec: CalendarSpec,
  holidays?: HolidayDays,
): (day: EpochDay) => readonly MinuteInterval[] {
  const planOf = dayPlans(spec, holidays);
  return (day) => planOf(day).hours;
}

/** Whether some date of a year has hours that come from nothing yearly: `dates`, or statutory ones. */
export function ownDates(
  spec: CalendarSpec,
  holidays: HolidayDays = builtInHolidays,
): (year: number) => boolean {
  const statutory = spec.include?.includes("cn-statutory") ?? false;
  const dates = [...Object.keys(spec.dates ?? {}), ...(statutory ? Object.keys(holidays) : [])];
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))));
  return (year) => years.has(year);
}
