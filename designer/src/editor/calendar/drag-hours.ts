/** Dragging on a day's track: stretches are moved, stretched and drawn in quarters of an hour. */
import type { DayHours } from "@sluice/schemas";

/** What the hand took hold of. */
export type Grip =
  | { readonly part: "start" | "end" | "whole"; readonly index: number }
  | { readonly part: "new" };

const step = 15;
const day = 1440;

/** Minutes since midnight; an end on the next day is beyond 1440. */
export const toMinutes = ([from, until]: DayHours[number]): readonly [number, number] => {
  const read = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const open = read(from);
  const close = read(until);
  return [open, close > open ? close : close + day];
};

const toTime = (minutes: number): string => {
  const within = minutes > day ? minutes - day : minutes;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
};

const snap = (minutes: number): number => Math.round(minutes / step) * step;
const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function movedInterval(
  [open, close]: readonly [number, number],
  part: "start" | "end" | "whole",
  by: number,
) {
  if (part === "start") return [within(snap(open + by), 0, Math.min(close, day) - step), close] as const;
  if (part === "end") return [open, within(snap(close + by), open + step, day)] as const;
  const shift = within(snap(by), -open, Math.max(0, day - close));
  return [open + shift, close + shift] as const;
}

const written = ([open, close]: readonly [number, number]): [string, string] => [toTime(open), toTime(close)];

/** The hours after dragging `by` minutes from `from` (minutes since midnight, where the hand took hold). */
export function draggedHours(hours: DayHours, grip: Grip, from: number, by: number): DayHours {
  if (grip.part === "new") {
    const [a, b] = [snap(from), within(snap(from + by), 0, day)].sort((x, y) => x - y);
    if (a === undefined || b === undefined || b - a < step) return hours;
    return [...hours, written([a, b])].sort(([x], [y]) => x.localeCompare(y));
  }
  return hours.map((each, index) =>
    index === grip.index ? written(movedInterval(toMinutes(each), grip.part, by)) : each,
  );
}
