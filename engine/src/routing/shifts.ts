/**
 * Which shifts are on. A shift is wall-clock time in the workspace zone on given weekdays; one whose end
 * is not after its start ends on the next day. On a day when the clocks change it follows the wall.
 */
import type { Shift } from "@sluice/schemas";
import { offsetAt } from "../facts/local-time.ts";

const minute = 60_000;
const day = 24 * 60;
const week = 7 * day;
/** 1970-01-01 was a Thursday: minutes from the Monday of that week. */
const epochWeekMinute = 3 * day;

/** Minutes since Monday 00:00; `until` may reach into the next week. */
interface WeekSpan {
  readonly shift: string;
  readonly from: number;
  readonly until: number;
}

/** The shifts of a workspace, ready to be asked at an instant. */
export interface ShiftPlan {
  /** The keys of the shifts that are on at `now` (epoch ms); the same set for as long as the same ones are. */
  on(now: number): ReadonlySet<string>;
  /** The next instant after `now` at which one of these shifts begins (of all when left out), or `null` when none does. */
  nextStart(now: number, keys?: readonly string[]): number | null;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function spansOf(shift: Shift): WeekSpan[] {
  const start = minutesOf(shift.start);
  const end = minutesOf(shift.end);
  const length = end > start ? end - start : end - start + day;
  return shift.weekdays.map((weekday) => {
    const from = (weekday - 1) * day + start;
    return { shift: shift.key, from, until: from + length };
  });
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** Prepares the shifts for one zone (IANA name). Answers are kept for the minute they are asked in. */
export function compileShifts(shifts: readonly Shift[], timezone: string): ShiftPlan {
  const spans = shifts.flatMap(spansOf);
  const offset = (at: number) => offsetAt(at, timezone);
  const weekMinute = (at: number) => mod(Math.floor((at + offset(at)) / minute) + epochWeekMinute, week);
  const isOn = ({ from, until }: WeekSpan, at: number) =>
    (from <= at && at < until) || (from <= at + week && at + week < until);
  const interned = new Map<string, ReadonlySet<string>>();
  const intern = (keys: readonly string[]): ReadonlySet<string> => {
    const name = keys.join("\n");
    const set = interned.get(name) ?? new Set(keys);
    interned.set(name, set);
    return set;
  };
  let asked = Number.NaN;
  let on: ReadonlySet<string> = intern([]);
  return {
    on(now) {
      const wanted = Math.floor(now / minute);
      if (wanted === asked) return on;
      const at = weekMinute(now);
      asked = wanted;
      on = intern(spans.filter((span) => isOn(span, at)).map((span) => span.shift));
      return on;
    },
    nextStart(now, keys) {
      const whole = Math.floor(now / minute) * minute;
      const asked = keys ? spans.filter(({ shift }) => keys.includes(shift)) : spans;
      const starts = asked.map(({ from }) => {
        const wait = mod(from - weekMinute(whole), week) || week;
        const guess = whole + wait * minute;
        return guess + offset(whole) - offset(guess);
      });
      return starts.length > 0 ? Math.min(...starts) : null;
    },
  };
}
