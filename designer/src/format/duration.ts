/** Lengths of time in words: at most two units, the larger first, never more exact than anybody acts on. */
import type { TFunction } from "i18next";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

interface Part {
  readonly unit: "day" | "hour" | "minute" | "second";
  readonly n: number;
}

/** The one or two units that say a length; under a minute seconds, and nothing above `largest`. */
export function durationParts(ms: number, largest: "day" | "hour" = "day"): readonly Part[] {
  const whole = Math.max(0, Math.floor(Math.abs(ms) / second)) * second;
  const of = (unit: Part["unit"], size: number, within = Number.POSITIVE_INFINITY): Part => ({
    unit,
    n: Math.floor((whole % within) / size),
  });
  const both = (first: Part, next: Part) => (next.n === 0 ? [first] : [first, next]);
  if (whole < minute) return [of("second", second)];
  if (whole < hour) return [of("minute", minute)];
  if (whole < day || largest === "hour") return both(of("hour", hour), of("minute", minute, hour));
  return both(of("day", day), of("hour", hour, day));
}

/** `12 分`, `1 小时 5 分`, `2 天 3 小时` in the language of `t`; the sign is dropped. */
export function formatDuration(ms: number, t: TFunction): string {
  return durationParts(ms)
    .map(({ unit, n }) => t(`duration.${unit}`, { n }))
    .join(" ");
}

/** Open time, in hours at most: a day of open time is no day on the wall (`36 小时`, not a day and a half). */
export function formatOpenTime(ms: number, t: TFunction): string {
  return durationParts(ms, "hour")
    .map(({ unit, n }) => t(`duration.${unit}`, { n }))
    .join(" ");
}

/** Only the largest unit, for columns: `3 小时`, `2 天`. */
export function formatAge(ms: number, t: TFunction): string {
  const [first] = durationParts(ms);
  return first === undefined ? "" : t(`duration.${first.unit}`, { n: first.n });
}

const isoPattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/** Milliseconds of a `PT…` duration; `null` for one in days (working days have no fixed length) or no duration. */
export function openMillis(iso: string): number | null {
  const match = isoPattern.exec(iso);
  if (match === null || match[1] !== undefined || match[2] !== undefined) return null;
  const [hours, minutes, seconds] = [match[3], match[4], match[5]].map((text) => Number(text ?? 0));
  return Math.round((hours ?? 0) * hour + (minutes ?? 0) * minute + (seconds ?? 0) * second);
}

/** A promise is said whole: `1 分 30 秒`, where what is left of it may be rounded. */
function formatExactly(ms: number, t: TFunction): string {
  const parts: readonly Part[] = [
    { unit: "hour", n: Math.floor(ms / hour) },
    { unit: "minute", n: Math.floor((ms % hour) / minute) },
    { unit: "second", n: Math.floor((ms % minute) / second) },
  ];
  const said = parts.filter(({ n }) => n > 0);
  return (said.length > 0 ? said : parts.slice(-1))
    .map(({ unit, n }) => t(`duration.${unit}`, { n }))
    .join(" ");
}

/** An SLA target as people say it: `30 分`, `2 个工作日`; other texts (instants) come back as they are. */
export function formatTarget(iso: string, t: TFunction): string {
  const match = isoPattern.exec(iso);
  if (match === null) return iso;
  const days = Number(match[1] ?? 0) * 7 + Number(match[2] ?? 0);
  const open = openMillis(iso);
  return open === null ? t("duration.workingDays", { count: days }) : formatExactly(open, t);
}
