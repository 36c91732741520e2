/**
 * Wall time and real time in one zone. Wall times are counted in ms as if they were UTC.
 * Both directions are monotone: a wall time that a clock change skips is the moment of the change,
 * one that happens twice is its first occurrence.
 */
import { Temporal } from "temporal-polyfill";

/** A stretch of real time with one offset from UTC. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

export interface Zone {
  /** Epoch ms → wall ms. */
  toWall(at: number): number;
  /** Wall ms → epoch ms. */
  fromWall(wall: number): number;
}

const dayMs = 86_400_000;
const zoneShape = /^(?:[A-Za-z][A-Za-z0-9_+\-/]{0,63}|[+-]\d{2}:\d{2})$/;

/** Whether the zone database knows the zone; a fixed offset such as `+08:00` counts. */
export function isTimeZone(timezone: string): boolean {
  if (!zoneShape.test(timezone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone);
    return true;
  } catch {
    // The library has no other way to ask.
    return false;
  }
}

/** The offsets of one year with two days on either side; a year has a handful of changes at most. */
function spansOfYear(timezone: string, year: number): readonly Span[] {
  const end = Date.UTC(year + 1, 0, 3);
  const spans: Span[] = [];
  let zoned = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1) - 2 * dayMs).toZonedDateTimeISO(
    timezone,
  );
  for (let from = Number.NEGATIVE_INFINITY; spans.length < 1000; ) {
    const next = zoned.getTimeZoneTransition("next");
    const until = next && next.epochMilliseconds < end ? next.epochMilliseconds : Number.POSITIVE_INFINITY;
    spans.push({ from, until, offset: zoned.offsetNanoseconds / 1_000_000 });
    if (!next || until === Number.POSITIVE_INFINITY) break;
    zoned = next;
    from = until;
  }
  return spans;
}

/** A zone with its offsets looked up once a year. The zone must be known (`isTimeZone`). */
export function createZone(timezone: string): Zone {
  const years = new Map<number, readonly Span[]>();
  const spansAt = (ms: number): readonly Span[] => {
    const year = new Date(ms).getUTCFullYear();
    let spans = years.get(year);
    if (!spans) {
      spans = spansOfYear(timezone, year);
      years.set(year, spans);
    }
    return spans;
  };
  return {
    toWall: (at) => at + (spansAt(at).find(({ until }) => at < until)?.offset ?? 0),
    fromWall: (wall) => {
      const span = spansAt(wall).find(({ until, offset }) => wall - offset < until);
      return span ? Math.max(span.from, wall - span.offset) : wall;
    },
  };
}

/** The first instant of the day that `at` (epoch ms) falls on in the zone. */
export function startOfDay(at: number, timezone: string): number {
  const zone = createZone(timezone);
  return zone.fromWall(Math.floor(zone.toWall(at) / dayMs) * dayMs);
}
