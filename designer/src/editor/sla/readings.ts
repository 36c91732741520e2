/** Both readings of a length on a calendar: 24 hours are three working days where a day has eight. */
import { calendarDays } from "@sluice/engine";
import type { CalendarSpec } from "@sluice/schemas";
import { readIsoDuration } from "../../fields/iso-duration.ts";

/** An ordinary working day of a calendar. */
export interface Workday {
  /** Open ms; the mean where the days of the week differ. */
  readonly ms: number;
  readonly even: boolean;
}

export interface OtherReading {
  readonly unit: "days" | "open";
  /** Working days to two decimals, or open ms. */
  readonly amount: number;
  /** False where the days of the week differ: then it is the mean. */
  readonly exact: boolean;
}

/** Seven dates from a Monday on. */
const week = ["05", "06", "07", "08", "09", "10", "11"].map((day) => `2026-01-${day}`);
const minute = 60_000;

/** The open time of a day that is worked, by the week alone; `undefined` for a week without hours. */
export function workdayOf({ timezone, hours }: CalendarSpec): Workday | undefined {
  const dayOf = calendarDays({ timezone, hours });
  const open = week
    .map((date) => dayOf(date).hours.reduce((sum, [from, to]) => sum + (to - from) * minute, 0))
    .filter((ms) => ms > 0);
  if (open.length === 0) return undefined;
  return { ms: open.reduce((sum, ms) => sum + ms, 0) / open.length, even: new Set(open).size === 1 };
}

/**
 * The reading that a text does not give itself. Less than a quarter of a working day has none: nobody says
 * "0.03 working days".
 */
export function otherReading(text: string, workday: Workday | undefined): OtherReading | undefined {
  const read = readIsoDuration(text);
  if (!read || !workday || (read.days > 0 && read.ms > 0)) return undefined;
  if (read.days > 0) return { unit: "open", amount: Math.round(read.days * workday.ms), exact: workday.even };
  if (read.ms < workday.ms / 4) return undefined;
  const days = read.ms / workday.ms;
  const rounded = Math.round(days * 100) / 100;
  return { unit: "days", amount: rounded, exact: workday.even && Math.abs(days - rounded) < 1e-9 };
}
