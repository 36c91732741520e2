/** The week in one line: days in a row with the same hours are said together. */
import { type CalendarSpec, type Weekday, weekdays } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { hoursText } from "./hours-text.ts";

interface Stretch {
  readonly from: Weekday;
  readonly to: Weekday;
  readonly hours: string;
}

/** `周一至周五 09:00–18:00、周六至周日 休息`. */
export function weekSummary(spec: CalendarSpec, t: TFunction): string {
  const stretches: Stretch[] = [];
  for (const day of weekdays) {
    const hours = hoursText(spec.hours[day] ?? [], t);
    const last = stretches.at(-1);
    if (last?.hours === hours) stretches[stretches.length - 1] = { ...last, to: day };
    else stretches.push({ from: day, to: day, hours });
  }
  return stretches
    .map(({ from, to, hours }) => t("calendar.hoursOf", { days: daysText(from, to, t), hours }))
    .join(t("calendar.join"));
}

function daysText(from: Weekday, to: Weekday, t: TFunction): string {
  if (from === "mon" && to === "sun") return t("calendar.everyDay");
  if (from === to) return t(`calendar.weekday.${from}`);
  return t("calendar.span", { from: t(`calendar.weekday.${from}`), to: t(`calendar.weekday.${to}`) });
}
