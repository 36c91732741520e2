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
  /** The offsets and clock changes of a year as text, alike for years that have them at the same moments. */
  changesOf(year: number): string;
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

/** All that is known of a zone's offsets: spans in a row, looked up once and only as far as somebody asked. */
class Spans {
  readonly #timezone: string;
  readonly #known: Span[] = [];

  constructor(timezone: string) {
    this.#timezone = timezone;
  }

  #at(ms: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(this.#timezone);
  }

  /** The span that holds an instant. */
  #look(ms: number): Span {
    const zoned = this.#at(ms);
    // The change before the next ms is the one at or before this one.
    const from = this.#at(ms + 1).getTimeZoneTransition("previous")?.epochMilliseconds;
    const until = zoned.getTimeZoneTransition("next")?.epochMilliseconds;
    return {
      from: from ?? Number.NEGATIVE_INFINITY,
      until: until ?? Number.POSITIVE_INFINITY,
      offset: zoned.offsetNanoseconds / 1_000_000,
    };
  }

  /** The spans that meet `[from, until)`. */
  within(from: number, until: number): readonly Span[] {
    const known = this.#known;
    if (known.length === 0) known.push(this.#look(from));
    for (let first = known[0]; first && first.from > from; first = known[0])
      known.unshift(this.#look(first.from - 1));
    for (let last = known.at(-1); last && last.until < until; last = known.at(-1))
      known.push(this.#look(last.until));
    return known.filter((span) => span.from < until && span.until > from);
  }
}

/** Zones that were asked for, with their years: looking a clock change up takes longer than anything else here. */
const zones = new Map<string, Zone>();
const mostZones = 100;

/** A zone with its offsets looked up once a year. The zone must be known (`isTimeZone`). */
export function createZone(timezone: string): Zone {
  const known = zones.get(timezone);
  if (known) return known;
  // Names are case-insensitive, so whoever makes them up could fill the memory.
  if (zones.size >= mostZones) zones.clear();
  const zone = lookUpZone(timezone);
  zones.set(timezone, zone);
  return zone;
}

function lookUpZone(timezone: string): Zone {
  const all = new Spans(timezone);
  const years = new Map<number, readonly Span[]>();
  const spansAt = (ms: number): readonly Span[] => spansOf(new Date(ms).getUTCFullYear());
  /** A year has a handful of changes at most; wall time can lie a day beside it. */
  const spansOf = (year: number): readonly Span[] => {
    const spans = years.get(year) ?? all.within(Date.UTC(year, 0, -1), Date.UTC(year + 1, 0, 3));
    years.set(year, spans);
    return spans;
  };
  return {
    toWall: (at) => at + (spansAt(at).find(({ until }) => at < until)?.offset ?? 0),
    fromWall: (wall) => {
      const span = spansAt(wall).find(({ until, offset }) => wall - offset < until);
      return span ? Math.max(span.from, wall - span.offset) : wall;
    },
    changesOf: (year) => {
      const [first, ...later] = spansOf(year);
      const changes = later.map(({ from, offset }) => `${from - Date.UTC(year, 0, 1)}:${offset}`);
      return [first?.offset, ...changes].join(" ");
    },
  };
}

/** The first instant of the day that `at` (epoch ms) falls on in the zone. */
export function startOfDay(at: number, timezone: string): number {
  const zone = createZone(timezone);
  return zone.fromWall(Math.floor(zone.toWall(at) / dayMs) * dayMs);
}
