/** The clock of one cell on a real time axis: what is open, what counts, when the cards and the due come. */
import { type CompiledCalendar, clockPreview, createZone, neverDue } from "@sluice/engine";
import type { SlaMetric, SlaReminder, SlaTarget } from "@sluice/schemas";

/** Epoch ms. */
export type Span = readonly [from: number, until: number];

export interface StripInput {
  readonly calendar: CompiledCalendar;
  readonly metric: SlaMetric;
  readonly target: SlaTarget;
  readonly start: number;
  /** Ms on the wall that the clock stands, from a third of its way on; 0 = no pause. */
  readonly pauseMs: number;
  readonly reminders: readonly SlaReminder[];
}

export interface Mark {
  readonly id: string;
  readonly kind: "start" | "due" | "yellow" | "red" | "reminder";
  readonly at: number;
}

export interface Strip {
  readonly window: Span;
  readonly open: readonly Span[];
  /** The open time that counts, from start to due. */
  readonly counted: readonly Span[];
  readonly pause: Span | null;
  readonly marks: readonly Mark[];
  readonly due: number;
  readonly targetMs: number;
}

/** Beyond this nothing is drawn: a due in years is a line without an end. */
const longest = 400 * 86_400_000;

function pauseOf({ calendar, start, target, pauseMs }: StripInput, targetMs: number): Span | undefined {
  if (pauseMs <= 0 || target.type === "instant") return undefined;
  const from = calendar.add(start, Math.max(1, Math.round(targetMs / 3)));
  return [from, from + pauseMs];
}

const without = (spans: readonly Span[], hole: Span | null): Span[] =>
  hole === null
    ? [...spans]
    : spans
        .flatMap(([from, until]): Span[] => [
          [from, Math.min(until, hole[0])],
          [Math.max(from, hole[1]), until],
        ])
        .filter(([from, until]) => from < until);

/** Works the drawing out; `undefined` where the calendar has not that much open time. */
export function stripOf(input: StripInput): Strip | undefined {
  const { calendar, metric, target, start, reminders } = input;
  const plain = clockPreview({ calendar, metric, target, start });
  if (plain.due === neverDue || plain.due - start > longest) return undefined;
  const pause = pauseOf(input, plain.targetMs);
  const clock = clockPreview({ calendar, metric, target, start, reminders, ...(pause ? { pause } : {}) });
  const marks: Mark[] = [
    { id: "start", kind: "start", at: start },
    ...clock.reminders.map(
      ({ at, reminder }): Mark => ({ id: reminder.id, kind: reminder.card ?? "reminder", at }),
    ),
    { id: "due", kind: "due", at: clock.due },
  ];
  const last = Math.max(...marks.map(({ at }) => at));
  const margin = Math.max(1000, (last - start) * 0.06);
  const window: Span = [start - margin, last + margin];
  return {
    window,
    open: calendar.segments(window[0], window[1]),
    counted: without(calendar.segments(start, clock.due), clock.pause),
    pause: clock.pause,
    marks: marks.sort((a, b) => a.at - b.at),
    due: clock.due,
    targetMs: clock.targetMs,
  };
}

/** What comes at one moment; the gravest of it first. */
export interface Moment {
  readonly at: number;
  readonly kind: Mark["kind"];
  readonly kinds: readonly Mark["kind"][];
}

const gravity: readonly Mark["kind"][] = ["due", "red", "yellow", "reminder", "start"];

/** Marks of one moment are said together: a red card comes with the due. */
export function momentsOf(marks: readonly Mark[]): readonly Moment[] {
  const moments = new Map<number, Set<Mark["kind"]>>();
  for (const { at, kind } of marks) moments.set(at, (moments.get(at) ?? new Set()).add(kind));
  return [...moments].map(([at, together]) => {
    const kinds = gravity.filter((kind) => together.has(kind));
    return { at, kinds, kind: kinds[0] ?? "reminder" };
  });
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  5_000,
  15_000,
  30_000,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
  28 * day,
] as const;

/** Round moments of the zone's wall clock in a span, at most `most` of them. */
export function ticksOf([from, until]: Span, timezone: string, most: number): readonly number[] {
  const zone = createZone(timezone);
  const step = steps.find((each) => (until - from) / each <= most) ?? steps[steps.length - 1] ?? day;
  const first = Math.ceil(zone.toWall(from) / step) * step;
  const ticks: number[] = [];
  for (let wall = first; zone.fromWall(wall) < until && ticks.length < 100; wall += step)
    ticks.push(zone.fromWall(wall));
  return ticks;
}

/** Lines that the drawing has room for above its band. */
const roomyLines = 3;

interface LabelPlace {
  readonly x: number;
  readonly width: number;
}

/**
 * Which line each label stands on, counted from the band, so that none covers another; `width` in the units of `x`.
 * From left to right they step down: the line of a later mark then ends below the labels before it and crosses none.
 * Where that would take more lines than there is room for, a label takes the lowest free one.
 */
export function labelLines(places: readonly LabelPlace[]): readonly number[] {
  const lines: number[] = [];
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const end = (places[index]?.x ?? 0) + (places[index]?.width ?? 0);
    const below = places.flatMap((place, later) =>
      later > index && place.x < end ? [lines[later] ?? 0] : [],
    );
    const above = Math.max(-1, ...below) + 1;
    lines[index] = above < roomyLines ? above : lowestFree(below);
  }
  return lines;
}

function lowestFree(taken: readonly number[]): number {
  const line = Array.from({ length: taken.length + 1 }, (_, each) => each).find(
    (each) => !taken.includes(each),
  );
  return line ?? taken.length;
}
