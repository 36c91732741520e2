/**
 * A clock that nobody has: how a target would run from an instant on, with one pause. For those who draw a policy;
 * its due and its reminders are worked out by what works them out for tickets.
 */
import type { SlaMetric, SlaReminder, SlaTarget } from "@sluice/schemas";
import type { ClockSegment, ClockState } from "../../state/ticket-state.ts";
import type { Interval } from "../calendar/year-shape.ts";
import type { CompiledCalendar } from "../calendar.ts";
import type { CalendarLookup } from "../policy/calendars.ts";
import { compileReminder } from "../policy/reminders.ts";
import { reminderInstant } from "./due-events.ts";
import { dueFrom, targetMs } from "./target.ts";

export interface ClockPreviewInput {
  readonly calendar: CompiledCalendar;
  readonly metric: SlaMetric;
  readonly target: SlaTarget;
  /** Epoch ms. */
  readonly start: number;
  /** A pause that begins after the start; it is left out where the clock is due before it. */
  readonly pause?: Interval;
  readonly reminders?: readonly SlaReminder[];
}

export interface ClockPreview {
  readonly due: number;
  /** The whole target in open ms. */
  readonly targetMs: number;
  /** The pause as it takes effect; `null` for none. */
  readonly pause: Interval | null;
  /** Those that apply to the metric and come to be sent, in order of time. */
  readonly reminders: readonly { readonly at: number; readonly reminder: SlaReminder }[];
}

const calendar = { key: "preview", revision: 0 };

const running = (from: number): ClockSegment => ({ from, until: null, calendar, running: true });

const segmentsOf = (start: number, [from, until]: Interval): ClockSegment[] => [
  { from: start, until: from, calendar, running: true },
  { from, until, calendar, running: false },
  running(until),
];

const clockOf = ({ metric, target, start }: ClockPreviewInput): ClockState => ({
  id: `${metric}:1`,
  metric,
  cycle: 1,
  policy: { kind: "sla", key: "preview", revision: 0 },
  state: "running",
  target,
  tiers: [],
  overlay: null,
  startedAt: start,
  stoppedAt: null,
  breachedAt: null,
  due: start,
  segments: [running(start)],
  fired: [],
  nextAt: null,
});

/** The clock with its due, paused where the pause falls before it. */
function paused(input: ClockPreviewInput, calendars: CalendarLookup): ClockState {
  const clock = clockOf(input);
  const due = dueFrom(clock, input.start, calendars);
  const { pause, start } = input;
  const takesEffect = pause && pause[0] > start && pause[0] < due && pause[0] < pause[1];
  if (!takesEffect) return { ...clock, due };
  const still = { ...clock, segments: segmentsOf(start, pause) };
  return { ...still, due: dueFrom(still, pause[1], calendars) };
}

/** Works the clock out. Throws `document.invalid` for a reminder whose time cannot be read. */
export function clockPreview(input: ClockPreviewInput): ClockPreview {
  const calendars: CalendarLookup = () => ({ compiled: input.calendar, revision: 0 });
  const clock = paused(input, calendars);
  const reminders = (input.reminders ?? []).flatMap((reminder) => {
    if (reminder.metric !== "*" && reminder.metric !== input.metric) return [];
    const at = reminderInstant(clock, compileReminder(reminder), { calendars });
    return at === null ? [] : [{ at, reminder }];
  });
  return {
    due: clock.due,
    targetMs: targetMs(clock, calendars),
    pause: clock.segments.length > 1 ? (input.pause ?? null) : null,
    reminders: reminders.sort((a, b) => a.at - b.at),
  };
}
