/** The next dates on which a calendar is not as usual: holidays with their make-up workdays, special closings. */
import type { CalendarSpec, HolidayDays, Label } from "@sluice/schemas";
import { type DayView, dayViews, plusDays } from "./year.ts";

export interface HolidaySpan {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly name: string | Label | undefined;
  /** Make-up workdays for it, before or after. */
  readonly makeUp: readonly string[];
}

const nameKey = (name: DayView["name"]): string => (typeof name === "object" ? name.zh : (name ?? ""));
const isOff = ({ kind, hours }: DayView): boolean =>
  kind === "holiday" || kind === "shut" || (kind === "annual" && hours.length === 0);

/** A holiday and a weekend beside it are one to people; only what is set or statutory begins one. */
export function nextHolidays(
  spec: CalendarSpec,
  today: string,
  most: number,
  holidays?: HolidayDays,
): readonly HolidaySpan[] {
  const viewOf = dayViews(spec, holidays);
  const days = Array.from({ length: 400 }, (_, ahead) => viewOf(plusDays(today, ahead)));
  const spans: HolidaySpan[] = [];
  for (const day of days.filter(isOff)) {
    const last = spans.at(-1);
    const follows = last && nameKey(last.name) === nameKey(day.name) && plusDays(last.to, 1) === day.date;
    if (follows) spans[spans.length - 1] = { ...last, to: day.date, days: last.days + 1 };
    else spans.push({ from: day.date, to: day.date, days: 1, name: day.name, makeUp: [] });
  }
  const made = days.filter(({ kind }) => kind === "makeUp");
  return spans.slice(0, most).map((span) => ({
    ...span,
    makeUp: made
      .filter(({ name, date }) => nameKey(name) === nameKey(span.name) && near(date, span))
      .map(({ date }) => date),
  }));
}

/** Within a month of the holiday: next year's has its own. */
const near = (date: string, { from, to }: HolidaySpan): boolean =>
  date >= plusDays(from, -31) && date <= plusDays(to, 31);
