/**
 * A calendar as a child would do it: minute by minute, wall times read from `Intl`, nothing compiled, nothing
 * binary-searched. What the compiled calendar is held to around clock changes.
 */
import type { CalendarSpec, DayHours } from "@sluice/schemas";

export const minute = 60_000;
const dayMinutes = 1440;

/** Wall minutes since 1970 for each real minute of a window. */
export interface WallWindow {
  readonly timezone: string;
  readonly from: number;
  readonly walls: readonly number[];
}

/** Reads every minute of `days` days from a UTC date on. */
export function wallWindow(timezone: string, date: string, days: number): WallWindow {
  const from = Date.parse(`${date}T00:00:00Z`);
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const wallAt = (at: number): number => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute: min = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, min) / minute;
  };
  const walls = Array.from({ length: days * dayMinutes }, (_, i) => wallAt(from + i * minute));
  return { timezone, from, walls };
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const toMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The hours that the document gives a date. */
function hoursOf(spec: CalendarSpec, day: number): DayHours {
  const date = new Date(day * dayMinutes * minute);
  const text = date.toISOString().slice(0, 10);
  const special = spec.dates?.[text] ?? spec.annualDates?.[text.slice(5)];
  return special?.hours ?? spec.hours[weekdays[date.getUTCDay()] ?? "sun"] ?? [];
}

export interface WallModel {
  /** Whether each real minute of the window is open. */
  readonly open: readonly boolean[];
  /** The dates with hours that take real time, and their last closes as indices of minutes. */
  readonly openDates: readonly { readonly day: number; readonly close: number }[];
  /** The first minute whose wall time is at or after one. */
  readonly indexAt: (wall: number) => number;
}

/** Works the window out; only minutes two days away from its edges are right. */
export function wallModel(spec: CalendarSpec, { walls }: WallWindow): WallModel {
  const open = walls.map(() => false);
  const openDates: { day: number; close: number }[] = [];
  const indexAt = (wall: number): number => {
    const found = walls.findIndex((each) => each >= wall);
    return found < 0 ? walls.length : found;
  };
  const first = Math.floor((walls[0] ?? 0) / dayMinutes);
  const last = Math.floor((walls.at(-1) ?? 0) / dayMinutes);
  for (let day = first; day <= last; day += 1) {
    let close = -1;
    for (const [from, to] of hoursOf(spec, day)) {
      const start = toMinutes(from);
      const end = toMinutes(to) > start ? toMinutes(to) : toMinutes(to) + dayMinutes;
      const [a, b] = [indexAt(day * dayMinutes + start), indexAt(day * dayMinutes + end)];
      for (let i = a; i < b; i += 1) open[i] = true;
      if (a < b) close = Math.max(close, b);
    }
    if (close >= 0) openDates.push({ day, close });
  }
  return { open, openDates, indexAt };
}
