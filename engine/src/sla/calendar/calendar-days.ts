/** A calendar date by date, for those who draw it: how long each date is open, and which part of the document says so. */
import type { CalendarSpec, Holiday, HolidayDays } from "@sluice/schemas";
import { type DayPlan, dayMs, dayPlans } from "./day-hours.ts";
import { builtInHolidays } from "./statutory.ts";

/** One date of a calendar. */
export interface CalendarDay {
  /** The part that decides. */
  readonly source: DayPlan["source"];
  /** Minutes since the date's midnight on the wall; an end beyond 1440 lies on the next day. */
  readonly hours: readonly (readonly [open: number, close: number])[];
  /** By the statutory arrangement, where the calendar includes it; another part may still decide. */
  readonly statutory?: Holiday;
}

/**
 * Answers for any date, `YYYY-MM-DD`; build it once for a drawing. A date that does not exist is closed.
 * `holidays` are what `cn-statutory` means; those of this release by default.
 */
export function calendarDays(
  spec: CalendarSpec,
  holidays: HolidayDays = builtInHolidays,
): (date: string) => CalendarDay {
  const planOf = dayPlans(spec, holidays);
  const includes = spec.include?.includes("cn-statutory") ?? false;
  return (date) => {
    const midnight = Date.parse(`${date}T00:00:00Z`);
    // Some engines take 31 February for 3 March.
    const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
    if (!exists) return { source: "hours", hours: [] };
    const { source, hours } = planOf(midnight / dayMs);
    const statutory = includes ? holidays[date] : undefined;
    return statutory ? { source, hours, statutory } : { source, hours };
  };
}
