/** The moves of one clock. Each gives a new clock and notes what it did; none looks at the ticket. */
import type { ClockState } from "../../state/ticket-state.ts";
import { calendarOf } from "../policy/calendars.ts";
import { type TargetRule, toTarget } from "../policy/target-rule.ts";
import { pauseLimit, rearmed, reminderInstant } from "./due-events.ts";
import { closedAt, lastSegment, nextSegmentAt } from "./segments.ts";
import { note, type Session } from "./session.ts";
import { dueFrom } from "./target.ts";

/** A new cycle that counts from `startedAt`; already past means breached at its due. */
export function start(session: Session, rule: TargetRule, cycle: number, startedAt: number): ClockState {
  const { policy, now } = session;
  const { compiled, revision } = calendarOf(policy.calendars, rule.calendar);
  const clock: ClockState = {
    id: `${rule.metric}:${cycle}`,
    metric: rule.metric,
    cycle,
    policy: policy.ref,
    state: "running",
    target: toTarget(rule.value, startedAt, compiled),
    tiers: rule.tiers,
    overlay: rule.overlay,
    startedAt,
    stoppedAt: null,
    breachedAt: null,
    due: startedAt,
    segments: [{ from: startedAt, until: null, calendar: { key: rule.calendar, revision }, running: true }],
    fired: [],
    nextAt: null,
    ...(now > startedAt ? { armedAt: now } : {}),
  };
  const due = dueFrom(clock, startedAt, policy.calendars);
  const started = rearmed({ ...clock, due }, policy);
  note(session, started, "started", now);
  return breachIfDue(session, started, now);
}

/** Marks a running clock whose due has come by `upTo` as breached at its due. */
export function breachIfDue(session: Session, clock: ClockState, upTo: number): ClockState {
  if (clock.state !== "running" || clock.breachedAt !== null || clock.due > upTo) return clock;
  const breachedAt = Math.max(clock.due, clock.startedAt);
  const breached = rearmed({ ...clock, breachedAt }, session.policy);
  note(session, breached, "breached", breachedAt);
  return breached;
}

export function pause(session: Session, clock: ClockState, at: number, reason: string): ClockState {
  const segments = nextSegmentAt(clock, at, {
    running: false,
    calendar: lastSegment(clock).calendar,
    reason,
  });
  const paused = rearmed({ ...clock, state: "paused", segments }, session.policy);
  note(session, paused, "paused", at, { reason });
  return paused;
}

/** Runs again from `at`. A breached clock keeps the due that it broke. */
export function resume(session: Session, clock: ClockState, at: number, reason?: string): ClockState {
  const { policy } = session;
  const calendar = lastSegment(clock).calendar;
  const segments = nextSegmentAt(clock, at, { running: true, calendar, ...(reason ? { reason } : {}) });
  const running: ClockState = { ...clock, state: "running", segments };
  const due = clock.breachedAt === null ? dueFrom(running, at, policy.calendars) : clock.due;
  const resumed = rearmed({ ...running, due }, policy);
  note(session, resumed, "resumed", at, { previousDue: clock.due, reason });
  return resumed;
}

/** A pause that outlasted the policy's `maxPause` by `upTo` ended at exactly that limit. */
export function endLongPause(session: Session, clock: ClockState, upTo: number): ClockState {
  const limit = pauseLimit(clock, session.policy);
  return limit === null || limit > upTo ? clock : resume(session, clock, limit, "max-pause");
}

/** Ends a clock. A resolved ticket may come back: its stand-still is a segment that has not ended. */
function end(
  clock: ClockState,
  state: "stopped" | "cancelled",
  at: number,
  because: "resolved" | undefined,
): ClockState {
  const { calendar } = lastSegment(clock);
  const segments = because
    ? nextSegmentAt(clock, at, { running: false, calendar, reason: because })
    : closedAt(clock, at);
  return { ...clock, state, stoppedAt: at, segments, nextAt: null };
}

/** The clock has done its work: its cycle was fulfilled, or the ticket is resolved. */
export function stop(session: Session, clock: ClockState, at: number, because?: "resolved"): ClockState {
  const stopped = end(clock, "stopped", at, because);
  note(session, stopped, "stopped", at, { reason: clock.breachedAt === null ? "met" : "missed" });
  return stopped;
}

/** There is nothing left to measure. */
export function cancel(
  session: Session,
  clock: ClockState,
  at: number,
  reason: "resolved" | "no-target",
): ClockState {
  const cancelled = end(clock, "cancelled", at, reason === "resolved" ? reason : undefined);
  note(session, cancelled, "cancelled", at, { reason });
  return cancelled;
}

/** Runs on: after a resolved ticket came back without the time between, after a target came back with it. */
export function reopen(session: Session, clock: ClockState): ClockState {
  const last = lastSegment(clock);
  const at = last.until === null ? session.now : (clock.stoppedAt ?? last.until);
  return resume(session, { ...clock, stoppedAt: null }, at, "reopened");
}

/** A clock under another target or calendar, elapsed kept; already past means breached now. */
export function withRule(
  session: Session,
  clock: ClockState,
  rule: TargetRule,
  revision?: number,
): ClockState {
  const { policy, now } = session;
  const found = calendarOf(policy.calendars, rule.calendar, revision);
  const calendar = { key: rule.calendar, revision: found.revision };
  const target = toTarget(rule.value, clock.startedAt, found.compiled);
  const last = lastSegment(clock);
  const isSame = last.calendar.key === calendar.key && last.calendar.revision === calendar.revision;
  const next = {
    running: last.running,
    calendar,
    ...(last.reason === undefined ? {} : { reason: last.reason }),
  };
  const segments = isSame ? clock.segments : nextSegmentAt(clock, now, next);
  const moved: ClockState = {
    ...clock,
    policy: policy.ref,
    target,
    tiers: rule.tiers,
    overlay: rule.overlay,
    segments,
  };
  const due = dueFrom(moved, now, policy.calendars);
  const breachedAt = due > now ? null : (clock.breachedAt ?? now);
  return { ...moved, due, breachedAt };
}

/** Takes over a clock made by `withRule`: reminders are armed again only if the due moved later and they lie ahead. */
export function retarget(
  session: Session,
  clock: ClockState,
  moved: ClockState,
  reason?: string,
): ClockState {
  const { policy, now } = session;
  const previousDue = dueNow(clock, session);
  const isAhead = (id: string): boolean => {
    const reminder = policy.reminders.find((each) => each.id === id);
    const at = reminder ? reminderInstant({ ...moved, breachedAt: null }, reminder, policy) : null;
    return at !== null && at > now;
  };
  const fired = moved.due > previousDue ? clock.fired.filter((id) => !isAhead(id)) : clock.fired;
  const taken = rearmed({ ...moved, fired, armedAt: now }, policy);
  note(session, taken, "retargeted", now, { previousDue, reason });
  if (taken.breachedAt !== null && clock.breachedAt === null)
    note(session, taken, "breached", now, { reason });
  return taken;
}

/** The due as it stands now: a paused clock's moves with the time. */
export const dueNow = (clock: ClockState, { policy, now }: Session): number =>
  clock.state === "paused" && clock.breachedAt === null ? dueFrom(clock, now, policy.calendars) : clock.due;
