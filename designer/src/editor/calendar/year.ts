/** A calendar year as a drawing: twelve months of weeks that begin on Monday, each day with what it is. */
import { type CalendarDay, calendarDays } from "@sluice/engine";
import type { CalendarSpec, DayHours, HolidayDays, Label } from "@sluice/schemas";

/** What a day is, as it is marked. */
export const dayKinds = ["open", "closed", "holiday", "makeUp", "special", "annual", "shut"] as const;
export type DayKind = (typeof dayKinds)[number];

export interface DayView {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly day: number;
  readonly kind: DayKind;
  readonly source: CalendarDay["source"];
  readonly hours: DayHours;
  /** What the document or the statutory arrangement calls it. */
  readonly name: string | Label | undefined;
}

export interface MonthView {
  /** 1 to 12. */
  readonly month: number;
  /** Weeks from Monday on; `null` where a week reaches into another month. */
  readonly weeks: readonly (readonly (DayView | null)[])[];
}

const dayMs = 86_400_000;

/** A date some days later, or earlier. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The same day of another month, or that month's last day. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Minutes since midnight as local time; beyond midnight it is the next day's. */
const clock = (minutes: number): string => {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
};

function kindOf({ source, hours, statutory }: CalendarDay): DayKind {
  if (source === "dates") return hours.length === 0 ? "shut" : "special";
  if (source === "annualDates") return "annual";
  if (source === "cn-statutory") return statutory?.kind === "make-up-workday" ? "makeUp" : "holiday";
  return hours.length === 0 ? "closed" : "open";
}

/** Answers for any date of the calendar; build it once for a drawing. `holidays` are the house's statutory ones. */
export function dayViews(spec: CalendarSpec, holidays?: HolidayDays): (date: string) => DayView {
  const dayOf = calendarDays(spec, holidays);
  return (date) => {
    const day = dayOf(date);
    const own = spec.dates?.[date]?.name || spec.annualDates?.[date.slice(5)]?.name;
    return {
      date,
      day: Number(date.slice(8)),
      kind: kindOf(day),
      source: day.source,
      hours: day.hours.map(([open, close]) => [clock(open), clock(close)]),
      name: own || day.statutory?.name,
    };
  };
}

/** The twelve months of a year. */
export function yearView(spec: CalendarSpec, year: number, holidays?: HolidayDays): readonly MonthView[] {
  const viewOf = dayViews(spec, holidays);
  return Array.from({ length: 12 }, (_, index) => {
    const first = new Date(Date.UTC(year, index, 1));
    const count = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    const before = (first.getUTCDay() + 6) % 7;
    const start = first.toISOString().slice(0, 10);
    const days = [
      ...Array.from({ length: before }, () => null),
      ...Array.from({ length: count }, (_none, day) => viewOf(plusDays(start, day))),
    ];
    const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_none, week) =>
      days.slice(week * 7, week * 7 + 7),
    );
    return { month: index + 1, weeks };
  });
}

/** Where a key leads from a date; `undefined` for keys that lead nowhere. */
export function dateAfter(date: string, key: string): string | undefined {
  switch (key) {
    case "ArrowLeft":
      return plusDays(date, -1);
    case "ArrowRight":
      return plusDays(date, 1);
    case "ArrowUp":
      return plusDays(date, -7);
    case "ArrowDown":
      return plusDays(date, 7);
    case "PageUp":
      return plusMonths(date, -1);
    case "PageDown":
      return plusMonths(date, 1);
    case "Home":
      return `${date.slice(0, 8)}01`;
    case "End":
      return plusDays(plusMonths(`${date.slice(0, 8)}01`, 1), -1);
    default:
      return undefined;
  }
}
