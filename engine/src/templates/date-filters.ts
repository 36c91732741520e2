/**
 * Liquid's date filters, bound to the moment of rendering: `now` and `today` are the step's time, hours are those
 * of the given zone. Facts hold epoch milliseconds, Liquid's own numbers are seconds: from 100,000,000,000
 * (year 5138 in seconds, 1973 in milliseconds) on, a number is milliseconds.
 */
import { Temporal } from "temporal-polyfill";
import type { Moment } from "./moment.ts";
import { strftime } from "./strftime.ts";

type DateFilter = (moment: Moment, value: unknown, ...args: readonly unknown[]) => unknown;

const firstMilliseconds = 100_000_000_000;
const offsetPattern = /(?:Z|[+-]\d{2}:?\d{2})$/i;

const fromNumber = (value: number): number => (Math.abs(value) < firstMilliseconds ? value * 1000 : value);

function fromText(text: string, { now, timezone }: Moment): number {
  if (text === "now" || text === "today") return now;
  if (/^\d{1,16}$/.test(text)) return fromNumber(Number(text));
  if (offsetPattern.test(text) && text.includes(":")) return Temporal.Instant.from(text).epochMilliseconds;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).epochMilliseconds;
}

/** The value as a date in the zone; `undefined` for what is no date. */
function toZoned(value: unknown, moment: Moment, zone: unknown): Temporal.ZonedDateTime | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const timezone = typeof zone === "string" ? zone : moment.timezone;
  try {
    const at = typeof value === "number" ? fromNumber(value) : fromText(value.trim(), moment);
    return Temporal.Instant.fromEpochMilliseconds(Math.trunc(at)).toZonedDateTimeISO(timezone);
  } catch (error) {
    // Temporal refuses what is no date, out of range or no zone; Liquid then shows the value unchanged.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

const text = (value: unknown, otherwise: string): string =>
  value === undefined || value === null ? otherwise : String(value);

const shown = (moment: Moment, value: unknown, format: string, zone?: unknown): unknown => {
  const at = toZoned(value, moment, zone);
  return at ? strftime(at, format) : value;
};

const dayAndMonth =
  (month: "%b" | "%B"): DateFilter =>
  (moment, value, type, style) => {
    if (type !== "ordinal") return shown(moment, value, `%d ${month} %Y`);
    return shown(moment, value, style === "US" ? `${month} %-d%q, %Y` : `%-d%q ${month} %Y`);
  };

/** The filters by name; each is given the moment of rendering first. */
export const dateFilters: Readonly<Record<string, DateFilter>> = {
  date: (moment, value, format, zone) => shown(moment, value, text(format, "%Y-%m-%d %H:%M"), zone),
  date_to_xmlschema: (moment, value) => shown(moment, value, "%Y-%m-%dT%H:%M:%S%:z"),
  date_to_rfc822: (moment, value) => shown(moment, value, "%a, %d %b %Y %H:%M:%S %z"),
  date_to_string: dayAndMonth("%b"),
  date_to_long_string: dayAndMonth("%B"),
};
