/** What a clock will do by itself: remind, breach, end a pause that lasted too long. */
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { CompiledReminder, ReminderMoment } from "../policy/reminders.ts";
import { clockCalendar, instantAtElapsed, lastSegment, pausedSince } from "./segments.ts";
import { targetMs } from "./target.ts";

export type DueEvent =
  | { readonly at: number; readonly type: "pause-end" }
  | { readonly at: number; readonly type: "breach" }
  | { readonly at: number; readonly type: "reminder"; readonly reminder: CompiledReminder };

/** Whatever finds the calendars. */
type Finds = Pick<CompiledSla, "calendars">;

/** Where a moment falls on a clock that runs, and whether it is a warning ahead of the due. */
function instantOf(clock: ClockState, moment: ReminderMoment, policy: Finds): number | null {
  const { calendars } = policy;
  // A broken promise counts from when it was broken, which a retarget may make later than its due.
  const from = clock.breachedAt ?? clock.due;
  switch (moment.type) {
    case "share":
      return instantAtElapsed(clock, Math.round(moment.share * targetMs(clock, calendars)), calendars);
    case "workingDays":
      return clockCalendar(clock, calendars).addWorkingDays(moment.days < 0 ? clock.due : from, moment.days);
    case "open":
      return moment.ms < 0
        ? clockCalendar(clock, calendars).subtract(clock.due, -moment.ms)
        : instantAtElapsed(clock, moment.ms, calendars, from);
  }
}

const isAfterDue = (moment: ReminderMoment): boolean =>
  moment.type === "open" ? moment.ms >= 0 : moment.type === "workingDays" && moment.days > 0;

/** When a reminder is due: `at`, or `else` where `at` falls at or before the start; `null` when neither fits. */
export function reminderInstant(clock: ClockState, reminder: CompiledReminder, policy: Finds): number | null {
  for (const moment of [reminder.at, reminder.otherwise]) {
    const at = moment && instantOf(clock, moment, policy);
    if (moment && at !== null && (at > clock.startedAt || isAfterDue(moment))) return at;
  }
  return null;
}

/** When the present pause ends by itself; `null` for none, and for what no status causes. */
export function pauseLimit(clock: ClockState, policy: CompiledSla): number | null {
  const since = pausedSince(clock);
  if (clock.state !== "paused" || since === null || policy.maxPause === null) return null;
  if ("ms" in policy.maxPause) return since + policy.maxPause.ms;
  return clockCalendar(clock, policy.calendars).addWorkingDays(since, policy.maxPause.workingDays);
}

const remindersOf = (clock: ClockState, policy: CompiledSla): readonly DueEvent[] =>
  policy.reminders.flatMap((reminder) => {
    if (reminder.metric !== "*" && reminder.metric !== clock.metric) return [];
    if (clock.fired.includes(reminder.id)) return [];
    const at = reminderInstant(clock, reminder, policy);
    return at === null ? [] : [{ at, type: "reminder" as const, reminder }];
  });

/** The earliest thing a clock will do by itself; at one instant the breach goes before its reminders. */
export function nextEvent(clock: ClockState, policy: CompiledSla): DueEvent | null {
  if (clock.state === "paused") {
    const at = pauseLimit(clock, policy);
    return at === null ? null : { at, type: "pause-end" };
  }
  if (clock.state !== "running" || !lastSegment(clock).running) return null;
  const breach: DueEvent[] = clock.breachedAt === null ? [{ at: clock.due, type: "breach" }] : [];
  return [...breach, ...remindersOf(clock, policy)].reduce<DueEvent | null>(
    (first, event) => (first === null || event.at < first.at ? event : first),
    null,
  );
}

/** The clock with its `nextAt` worked out anew. */
export const rearmed = (clock: ClockState, policy: CompiledSla): ClockState => ({
  ...clock,
  nextAt: nextEvent(clock, policy)?.at ?? null,
});
