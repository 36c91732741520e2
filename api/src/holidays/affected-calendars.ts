/** Calendars whose hours are others once holiday data changes; one that settles the dates itself is not touched. */
import { calendarDays } from "@sluice/engine";
import type { AnyDocument, CalendarSpec, HolidayDays } from "@sluice/schemas";
import type { ChangedDay } from "./pending-holidays.ts";

export interface AffectedCalendar {
  readonly key: string;
  readonly name: string;
  /** The changed dates on which it is open at other times. */
  readonly dates: readonly string[];
}

function datesOf(spec: CalendarSpec, from: HolidayDays, to: HolidayDays, changes: readonly ChangedDay[]) {
  if (!spec.include?.includes("cn-statutory")) return [];
  const [was, is] = [calendarDays(spec, from), calendarDays(spec, to)];
  const hours = (dayOf: typeof was, date: string) => JSON.stringify(dayOf(date).hours);
  return changes.map(({ date }) => date).filter((date) => hours(was, date) !== hours(is, date));
}

/** In the order of the documents. */
export function affectedCalendars(
  documents: readonly AnyDocument[],
  from: HolidayDays,
  to: HolidayDays,
  changes: readonly ChangedDay[],
): readonly AffectedCalendar[] {
  return documents.flatMap((document) => {
    if (document.kind !== "calendar") return [];
    const dates = datesOf(document.spec, from, to, changes);
    return dates.length === 0 ? [] : [{ key: document.key, name: document.name, dates }];
  });
}
