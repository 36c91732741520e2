/** Instants in the workspace's zone, and the relative form beside them. */
import type { TFunction } from "i18next";
import { formatAge } from "./duration.ts";

/** The zone that is shown until the workspace's own is known. */
export const defaultZone = "Asia/Shanghai";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone, hourCycle: "h23" });
  formats.set(key, made);
  return made;
}

const millis = (at: string | number): number => (typeof at === "number" ? at : Date.parse(at));

const dayOf = (at: number, zone: string): string =>
  formatter("en-CA", zone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

/** The shortest form that is not ambiguous: time today, day and time this year, else the whole date. */
export function formatInstant(at: string | number, language: string, zone: string, now: number): string {
  const instant = millis(at);
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  if (dayOf(instant, zone) === dayOf(now, zone)) return formatter(language, zone, time).format(instant);
  const sameYear = dayOf(instant, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4);
  const year: Intl.DateTimeFormatOptions = sameYear ? {} : { year: "numeric" };
  const date: Intl.DateTimeFormatOptions = { ...year, month: "short", day: "numeric" };
  return formatter(language, zone, { ...date, ...time }).format(instant);
}

/** The time of day, for places that stand under a day's heading. */
export const formatTime = (at: string | number, language: string, zone: string): string =>
  formatter(language, zone, { hour: "2-digit", minute: "2-digit" }).format(millis(at));

/** Date, time to the second and zone, for hovering. */
export function formatInstantFully(at: string | number, language: string, zone: string): string {
  const whole = { dateStyle: "medium", timeStyle: "medium" } as const;
  return `${formatter(language, zone, whole).format(millis(at))} (${zone})`;
}

/** The day as a heading. */
export function formatDay(at: string | number, language: string, zone: string): string {
  return formatter(language, zone, { dateStyle: "full" }).format(millis(at));
}

/** True when both instants fall on the same local date. */
export const isSameDay = (a: string | number, b: string | number, zone: string): boolean =>
  dayOf(millis(a), zone) === dayOf(millis(b), zone);

/** `刚刚`, `3 分前`, `in 2 h`: one unit, the sign in words. */
export function formatRelative(at: string | number, now: number, t: TFunction): string {
  const distance = millis(at) - now;
  if (Math.abs(distance) < 10_000) return t("duration.justNow");
  const length = formatAge(distance, t);
  return distance < 0 ? t("duration.ago", { length }) : t("duration.in", { length });
}
