/** Pauses as sets of time: normalised, and what is left of a span without them. */
import { type Interval, mergeIntervals } from "./calendar/year-shape.ts";

/** `[from, to]` in epoch ms; `to` is `null` while it lasts. */
export type Pause = readonly [from: number, to: number | null];

/**
 * Sorted, merged, cut to begin at `start`; empty and reversed ones dropped.
 * An open pause counts up to `at`, or not at all when it begins later.
 */
export function normalisePauses(pauses: readonly Pause[], start: number, at: number): Interval[] {
  const closed = pauses
    .map(([from, to]): Interval => [Math.max(from, start), to ?? at])
    .filter(([from, to]) => from < to);
  return mergeIntervals(closed);
}

/** The parts of `[from, to)` that no pause covers; the pauses must be normalised. */
export function runningPieces(from: number, to: number, pauses: readonly Interval[]): Interval[] {
  const pieces: Interval[] = [];
  let cursor = from;
  for (const [begin, end] of pauses) {
    if (begin >= to) break;
    if (cursor < begin) pieces.push([cursor, begin]);
    cursor = Math.max(cursor, end);
  }
  if (cursor < to) pieces.push([cursor, to]);
  return pieces;
}
