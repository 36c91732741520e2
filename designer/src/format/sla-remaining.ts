/**
 * What is left on a clock right now. The answer's `remainingMs` is open time at the moment of the answer; between
 * answers it may be counted down only while the calendar is open. The browser does not compute calendars: it counts
 * live where due lies exactly `remainingMs` ahead (no closed hours in between) and else shows the answered figure.
 */
import type { ClockView } from "../client/types.ts";

const tolerance = 5_000;

/** `remainingMs` at `now`; `receivedAt` is when the view was answered (both on the server's clock, epoch ms). */
export function remainingAt(clock: ClockView, receivedAt: number, now: number): number {
  if (!isTicking(clock, receivedAt)) return clock.remainingMs;
  return clock.remainingMs - Math.max(0, now - receivedAt);
}

/** True where open time passes at the pace of the wall clock until due. */
export function isTicking(clock: ClockView, receivedAt: number): boolean {
  if (clock.state !== "running" && clock.state !== "breached") return false;
  return Math.abs(Date.parse(clock.due) - clock.remainingMs - receivedAt) <= tolerance;
}

const rank: Record<ClockView["state"], number> = {
  breached: 0,
  running: 1,
  paused: 2,
  missed: 3,
  met: 4,
  cancelled: 5,
};

/** The clocks of a ticket, the most urgent first: breached, running by what is left, then those at rest. */
export function byUrgency(clocks: readonly ClockView[]): readonly ClockView[] {
  return [...clocks].sort((a, b) => rank[a.state] - rank[b.state] || a.remainingMs - b.remainingMs);
}

/** The one clock a list has room for: the most urgent that is not at rest for good, or none. */
export function mostUrgent(clocks: readonly ClockView[]): ClockView | undefined {
  return byUrgency(clocks).find(({ state }) => rank[state] <= rank.paused);
}
