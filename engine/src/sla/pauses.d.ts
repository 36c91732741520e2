/** Pauses as sets of time: normalised, and what is left of a span without them. */
import { type Interval } from "./calendar/year-block.ts";
/** `[from, to]` in epoch ms; `to` is `null` while it lasts. */
export type Pause = readonly [from: number, to: number | null];
/**
 * Sorted, merged, cut to begin at `start`; empty and reversed ones dropped.
 * An open pause counts up to `at`, or not at all when it begins later.
 */
export declare function normalisePauses(pauses: readonly Pause[], start: number, at: number): Interval[];
/** The parts of `[from, to)` that no pause covers; the pauses must be normalised. */
export declare function runningPieces(from: number, to: number, pauses: readonly Interval[]): Interval[];
