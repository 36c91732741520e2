/** clocks: one live clock per metric, cycles that count up, segments that follow one another without gap or overlap. */
import type { ClockState } from "@sluice/engine";
import type { Check } from "../check.ts";
import { isDone, type StoredTicket } from "../stored.ts";

const isLive = ({ state }: ClockState): boolean => state === "running" || state === "paused";

/** The ticket keeps the newest cycles of a metric; those that it keeps follow one another. */
function* cycles(ticket: StoredTicket): Generator<string> {
  const newest = new Map<string, ClockState>();
  for (const clock of ticket.state.clocks) {
    const { id, metric, cycle } = clock;
    const before = newest.get(metric);
    newest.set(metric, clock);
    if (id !== `${metric}:${cycle}` || (before && cycle !== before.cycle + 1))
      yield `ticket ${ticket.id}: clock ${id} is cycle ${cycle} after ${before?.cycle ?? "none"}`;
    if (before && isLive(before)) yield `ticket ${ticket.id}: clock ${before.id} is live beside ${id}`;
  }
}

function* segments(name: string, clock: ClockState): Generator<string> {
  for (const [index, { from, until }] of clock.segments.entries()) {
    const next = clock.segments[index + 1];
    if (until !== null && until <= from)
      yield `${name}: segment ${index} ends at ${until}, begins at ${from}`;
    if (next && next.from !== until)
      yield `${name}: segment ${index} ends at ${until}, the next begins at ${next.from}`;
  }
  const last = clock.segments.at(-1);
  if (isLive(clock) && (!last || last.until !== null))
    yield `${name}: ${clock.state}, but its last segment has ended`;
  if (last && clock.state === "paused" && last.running) yield `${name}: paused in a running segment`;
  if (last && clock.state === "running" && !last.running) yield `${name}: running in a standing segment`;
  if (last && !isLive(clock) && last.until === null && last.reason !== "resolved")
    yield `${name}: ${clock.state}, but its last segment goes on`;
}

function* life(name: string, clock: ClockState, ticket: StoredTicket): Generator<string> {
  if (new Set(clock.fired).size !== clock.fired.length) yield `${name}: a reminder is marked as fired twice`;
  if (!isLive(clock) && clock.nextAt !== null) yield `${name}: ${clock.state}, but armed for ${clock.nextAt}`;
  if (isLive(clock) !== (clock.stoppedAt === null))
    yield `${name}: ${clock.state} with stoppedAt ${clock.stoppedAt}`;
  if (isLive(clock) && isDone(ticket))
    yield `${name}: ${clock.state} although the ticket is ${ticket.state.ticket.status}`;
}

export const clocksCheck: Check = {
  name: "clocks",
  *run(stored) {
    for (const ticket of stored.tickets.values()) {
      yield* cycles(ticket);
      for (const clock of ticket.state.clocks) {
        const name = `ticket ${ticket.id}: clock ${clock.id}`;
        yield* segments(name, clock);
        yield* life(name, clock, ticket);
      }
    }
  },
};
