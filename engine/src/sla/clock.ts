/**
 * One clock, worked out from scratch: start, target, pauses. What `POST /preview/sla-clock` answers.
 * The stored clocks of tickets live in `clocks/`; both read the same calendars.
 */
import type { CompiledCalendar, Interval } from "./calendar.ts";
import { normalisePauses, type Pause, runningPieces } from "./pauses.ts";

export type { Pause } from "./pauses.ts";

export interface SlaClockInput {
  readonly calendar: CompiledCalendar;
  /** Epoch ms. */
  readonly start: number;
  /** Open ms, or working days. */
  readonly target: number | { readonly workingDays: number };
  /** In any order, overlapping or not; `null` = still on. */
  readonly pauses?: readonly Pause[];
  /** The moment of the question; left out, the last instant that the input names. */
  readonly at?: number;
}

export interface SlaClock {
  /** With an open pause: as it would be if the clock resumed at `at`. */
  readonly due: number;
  /** Open ms that have counted by `at`. */
  readonly elapsed: number;
  /** Open ms left at `at`; negative once the target is passed. */
  readonly remaining: number;
  /** `breached` from the due instant on, paused or not. */
  readonly state: "running" | "paused" | "breached";
  /** The open time that counts, from start to due: the first thousand intervals of it. */
  readonly segments: readonly Interval[];
}

const latestOf = (start: number, pauses: readonly Pause[]): number =>
  pauses.reduce((latest, [from, to]) => Math.max(latest, to ?? from), start);

/** The first instant at which `budget` open ms have passed outside the pauses. */
function spend(
  calendar: CompiledCalendar,
  start: number,
  budget: number,
  pauses: readonly Interval[],
): number {
  let left = budget;
  let cursor = start;
  for (const [from, to] of pauses) {
    const open = calendar.between(cursor, from);
    if (open >= left) return calendar.add(cursor, left);
    left -= open;
    cursor = to;
  }
  return calendar.add(cursor, left);
}

/** Working days count on the wall; only pauses turn them into open time: those before the due move it by as much. */
function dueInDays(
  calendar: CompiledCalendar,
  start: number,
  days: number,
  pauses: readonly Interval[],
): number {
  let due = calendar.addWorkingDays(start, days);
  for (const [from, to] of pauses) {
    if (from >= due) break;
    due = calendar.add(due, calendar.between(from, to));
  }
  return due;
}

/** A target of a hundred years on short hours has millions of intervals. */
const mostSegments = 1_000;

function openWithin(calendar: CompiledCalendar, pieces: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  for (const [from, to] of pieces) {
    if (found.length >= mostSegments) break;
    found.push(...calendar.segments(from, to, mostSegments - found.length));
  }
  return found;
}

/** Works out one clock; pure arithmetic, all instants epoch ms. */
export function slaClock({ calendar, start, target, pauses = [], at }: SlaClockInput): SlaClock {
  const now = at ?? latestOf(start, pauses);
  const still = normalisePauses(pauses, start, now);
  const days = typeof target === "number" ? undefined : target.workingDays;
  const budget =
    typeof target === "number"
      ? target
      : calendar.between(start, calendar.addWorkingDays(start, target.workingDays));
  const due =
    days === undefined ? spend(calendar, start, budget, still) : dueInDays(calendar, start, days, still);
  const pieces = runningPieces(start, Math.max(start, now), still);
  const elapsed = pieces.reduce((sum, [from, to]) => sum + calendar.between(from, to), 0);
  const isPaused = pauses.some(([from, to]) => from <= now && (to === null || now < to));
  return {
    due,
    elapsed,
    remaining: budget - elapsed,
    state: now >= due ? "breached" : isPaused ? "paused" : "running",
    segments: openWithin(calendar, runningPieces(start, due, still)),
  };
}
