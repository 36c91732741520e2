/**
 * One local year of a calendar: its open time as sorted intervals with running sums.
 * All times are relative to midnight UTC of 1 January, so that years alike can share one shape.
 */
import { dayMs, type EpochDay, type MinuteInterval } from "./day-hours.ts";
import type { Zone } from "./zone.ts";

/** Open inclusive, close exclusive, in ms. */
export type Interval = readonly [open: number, close: number];

export interface YearShape {
  /** The first moment of the local year, and of the next. */
  readonly start: number;
  readonly end: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Open ms of this year before interval i. */
  readonly before: Float64Array;
  /** Open ms of the year. */
  readonly total: number;
  /** The dates that have hours of their own, in order; 0 is 1 January. */
  readonly openDays: Int32Array;
}

/** The real-time intervals of one date in epoch ms; a clock change can swallow one. */
export function intervalsOf(day: EpochDay, hours: readonly MinuteInterval[], zone: Zone): Interval[] {
  const wall = (minutes: number) => zone.fromWall(day * dayMs + minutes * 60_000);
  return hours
    .map(([open, close]): Interval => [wall(open), wall(close)])
    .filter(([open, close]) => open < close);
}

/** Sorted, overlapping and adjoining intervals made one. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [open, close] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && open <= last[1]) last[1] = Math.max(last[1], close);
    else merged.push([open, close]);
  }
  return merged;
}

const clip = (intervals: readonly Interval[], start: number, end: number): Interval[] =>
  intervals
    .map(([open, close]): Interval => [Math.max(open, start), Math.min(close, end)])
    .filter(([open, close]) => open < close);

/** An interval may start at 24:00 and last a day, so this many dates before the year can reach into it. */
export const daysReachingIn = 2;

/** Builds the year; shifts that begin before New Year count up to its first moment in the year before. */
export function buildYear(
  year: number,
  hoursOf: (day: EpochDay) => readonly MinuteInterval[],
  zone: Zone,
): YearShape {
  const origin = Date.UTC(year, 0, 1);
  const first = origin / dayMs;
  const after = Date.UTC(year + 1, 0, 1) / dayMs;
  const start = zone.fromWall(origin);
  const end = zone.fromWall(after * dayMs);
  const all: Interval[] = [];
  const openDays: number[] = [];
  for (let day = first - daysReachingIn; day < after; day += 1) {
    const ofDay = intervalsOf(day, hoursOf(day), zone);
    all.push(...ofDay);
    if (day >= first && ofDay.length > 0) openDays.push(day - first);
  }
  const intervals = clip(mergeIntervals(all), start, end);
  return toShape(intervals, { start, end, origin }, Int32Array.from(openDays));
}

interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly origin: number;
}

function toShape(
  intervals: readonly Interval[],
  { start, end, origin }: Bounds,
  openDays: Int32Array,
): YearShape {
  const before = new Float64Array(intervals.length);
  let total = 0;
  intervals.forEach(([open, close], index) => {
    before[index] = total;
    total += close - open;
  });
  const opens = Float64Array.from(intervals, ([open]) => open - origin);
  const closes = Float64Array.from(intervals, ([, close]) => close - origin);
  return { start: start - origin, end: end - origin, opens, closes, before, total, openDays };
}

/** The last index whose value is ≤ `limit`, or -1. */
export function lastAtMost(values: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The last index whose value is < `limit`, or -1. */
export function indexBelow(values: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
