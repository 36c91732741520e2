/** A week of shifts: the bands of somebody's day, and how many are on duty at each hour. */
import type { Agent, Shift } from "@sluice/schemas";

/** Days of the week as shifts name them: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

const dayMinutes = 24 * 60;

/** Minutes from midnight; `24:00` is the end of the day. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** A piece of a shift within one day, in minutes from its midnight. */
export interface Band {
  readonly shift: string;
  readonly from: number;
  readonly to: number;
  /** The line that it stands on, so that bands at the same time do not cover each other. */
  readonly line: number;
}

type Piece = Omit<Band, "line">;

/** A shift's pieces on a day: what begins there, and what began the day before and goes past midnight. */
function piecesOf(shift: Shift, day: Weekday): readonly Piece[] {
  const [start, end] = [minuteOf(shift.start), minuteOf(shift.end)];
  const overnight = end <= start;
  const yesterday = day === 1 ? 7 : day - 1;
  const today = shift.weekdays.includes(day)
    ? [{ shift: shift.key, from: start, to: overnight ? dayMinutes : end }]
    : [];
  const late =
    overnight && end > 0 && shift.weekdays.includes(yesterday)
      ? [{ shift: shift.key, from: 0, to: end }]
      : [];
  return [...late, ...today];
}

/** The bands of one day, earliest first, each on the first line that is free. */
export function bandsOf(shifts: readonly Shift[], day: Weekday): readonly Band[] {
  const pieces = shifts
    .flatMap((shift) => piecesOf(shift, day))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const ends: number[] = [];
  return pieces.map((piece) => {
    const free = ends.findIndex((end) => end <= piece.from);
    const line = free < 0 ? ends.length : free;
    ends[line] = piece.to;
    return { ...piece, line };
  });
}

/** How many are on duty in each hour of the day; who works no shifts is not counted. */
export function coverOf(
  agents: readonly Pick<Agent, "shifts">[],
  shifts: readonly Shift[],
  day: Weekday,
): readonly number[] {
  const bandsByShift = new Map(shifts.map((shift) => [shift.key, bandsOf([shift], day)]));
  return Array.from({ length: 24 }, (_, hour) => {
    const [from, to] = [hour * 60, (hour + 1) * 60];
    return agents.filter(({ shifts: worked = [] }) =>
      worked.some((key) => bandsByShift.get(key)?.some((band) => band.from < to && band.to > from)),
    ).length;
  });
}

/** The agent with or without a shift; `null` where it is so already. */
export const withShift =
  (shift: string, works: boolean) =>
  (agent: Agent): Agent | null => {
    const now = agent.shifts ?? [];
    if (now.includes(shift) === works) return null;
    return { ...agent, shifts: works ? [...now, shift] : now.filter((key) => key !== shift) };
  };
