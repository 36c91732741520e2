/** The hour, weekday and date of an instant in a zone, with one zone look-up per quarter of an hour. */
import { Temporal } from "temporal-polyfill";

const quarter = 900_000;
const offsets = new Map<string, number>();

/** The zone's offset from UTC in ms, remembered; every zone's offset changes on a quarter of an hour. */
export function offsetAt(at: number, timezone: string): number {
  const bucket = Math.floor(at / quarter);
  const key = `${timezone} ${bucket}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(bucket * quarter).toZonedDateTimeISO(timezone);
  const offset = zoned.offsetNanoseconds / 1_000_000;
  if (offsets.size > 1_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

export interface LocalTime {
  readonly hour: number;
  /** 1 = Monday … 7 = Sunday (ISO 8601). */
  readonly weekday: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** What was read last: the facts of a burst are made several times, all of them at one instant. */
let last: { readonly at: number; readonly timezone: string; readonly time: LocalTime } | undefined;

/** Wall-clock reading of an instant (epoch ms) in an IANA zone. */
export function toLocalTime(at: number, timezone: string): LocalTime {
  if (last?.at !== at || last.timezone !== timezone)
    last = { at, timezone, time: readLocalTime(at, timezone) };
  return last.time;
}

function readLocalTime(at: number, timezone: string): LocalTime {
  const local = new Date(at + offsetAt(at, timezone));
  return {
    hour: local.getUTCHours(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    date: local.toISOString().slice(0, 10),
  };
}
