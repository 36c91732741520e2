/**
 * A real time axis: instants to places and back, its lines in the workspace's zone, and the steps an edge snaps to.
 * A day's line stands where its 00:00 is, also where clocks go forward.
 */
import { createZone, startOfDay } from "@sluice/engine";
import type { Span } from "../../../editor/campaign/instants.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Axis extends Span {
  /** Width in px. */
  readonly width: number;
  readonly zone: string;
}

/** The place of an instant, px from the left; beyond the edges where it is outside. */
export const placeOf = ({ from, until, width }: Axis, at: number): number =>
  ((at - from) / (until - from)) * width;

/** The instant at a place. */
export const instantAt = ({ from, until, width }: Axis, x: number): number =>
  from + (x / width) * (until - from);

/** A span as a bar: its left and its width in percent of the axis, cut to it; `undefined` outside. */
export function barOf(axis: Span, { from, until }: Span): { left: number; width: number } | undefined {
  const start = Math.max(axis.from, from);
  const end = Math.min(axis.until, until);
  if (end <= start) return undefined;
  const length = axis.until - axis.from;
  return { left: ((start - axis.from) / length) * 100, width: ((end - start) / length) * 100 };
}

export type TickStep = "hour" | "day" | "month";

export interface Tick {
  readonly at: number;
  /** `major` lines are midnights (where hours are shown) or firsts of a month. */
  readonly major: boolean;
  readonly step: TickStep;
}

/** Lines stand at least so far apart, px. */
const leastGap = 58;
const hours = [1, 2, 3, 6, 12];
const days = [1, 2, 7, 14];
const months = [1, 3, 12];

function everyHours(axis: Axis, n: number): readonly Tick[] {
  const { toWall, fromWall } = createZone(axis.zone);
  const ticks: Tick[] = [];
  const first = Math.ceil(toWall(axis.from) / (n * hour)) * n * hour;
  for (let wall = first; fromWall(wall) <= axis.until; wall += n * hour)
    ticks.push({ at: fromWall(wall), major: wall % day === 0, step: "hour" });
  return ticks;
}

function everyDays(axis: Axis, n: number): readonly Tick[] {
  const { toWall, fromWall } = createZone(axis.zone);
  const ticks: Tick[] = [];
  const first = Math.ceil(toWall(axis.from) / day);
  for (let count = first; fromWall(count * day) <= axis.until; count += 1)
    if (count % n === 0) {
      const date = new Date(count * day);
      ticks.push({ at: fromWall(count * day), major: date.getUTCDate() === 1, step: "day" });
    }
  return ticks;
}

function everyMonths(axis: Axis, n: number): readonly Tick[] {
  const { toWall, fromWall } = createZone(axis.zone);
  const begin = new Date(toWall(axis.from));
  const ticks: Tick[] = [];
  for (let month = begin.getUTCFullYear() * 12 + begin.getUTCMonth(); ; month += 1) {
    const at = fromWall(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (at > axis.until) return ticks;
    if (at >= axis.from && month % n === 0) ticks.push({ at, major: month % 12 === 0, step: "month" });
  }
}

/** The lines of an axis, as close as they can be read. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const perMs = axis.width / (axis.until - axis.from);
  const wideEnough = (length: number) => length * perMs >= leastGap;
  const hourly = hours.find((n) => wideEnough(n * hour));
  if (hourly !== undefined && axis.until - axis.from <= 14 * day) return everyHours(axis, hourly);
  const daily = days.find((n) => wideEnough(n * day));
  if (daily !== undefined) return everyDays(axis, daily);
  return everyMonths(axis, months.find((n) => wideEnough(n * 30 * day)) ?? 12);
}

/** The midnights of an axis; none where they would stand closer than 6 px. */
export function midnightsOf(axis: Axis): readonly number[] {
  if ((axis.width / (axis.until - axis.from)) * day < 6) return [];
  return everyDays(axis, 1).map(({ at }) => at);
}

/** What an edge snaps to: five minutes where they can be told apart, else a quarter, else the hour. */
export function snapStep({ from, until, width }: Axis): number {
  const perPixel = (until - from) / width;
  if (perPixel <= 2 * minute) return 5 * minute;
  return perPixel <= 6 * minute ? 15 * minute : hour;
}

/** The nearest multiple of `step` in the zone's wall time; midnight of the nearest day within two steps of it. */
export function snapped(at: number, step: number, zone: string): number {
  const { toWall, fromWall } = createZone(zone);
  return fromWall(Math.round(toWall(at) / step) * step);
}

/** A span with air on both sides, so that edges can be seen and drawn further. */
export function padded({ from, until }: Span, share = 0.04): Span {
  const air = Math.max((until - from) * share, hour);
  return { from: from - air, until: until + air };
}

/** The axis of the list: what is in force or to come and now, in whole days; at least two weeks. */
export function listSpan(spans: readonly Span[], now: number, zone: string): Span {
  const ahead = spans.filter(({ until }) => until > now);
  const first = Math.min(now, ...ahead.map(({ from }) => from));
  const last = Math.max(now, ...ahead.map(({ until }) => until));
  const length = Math.max(last - first, 14 * day);
  const from = startOfDay(first - Math.max(length * 0.06, day), zone);
  return { from, until: first + length + Math.max(length * 0.06, day) };
}
