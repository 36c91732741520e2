/** events: the log of a ticket has no gap, says what it is in both its columns and its JSON, and refers to what exists. */
import type { Check } from "../check.ts";
import type { Stored, StoredAggregate, StoredEvent } from "../stored.ts";

function* logOf(id: string, seq: number, events: readonly StoredEvent[]): Generator<string> {
  if (events.length !== seq) yield `ticket ${id}: seq is ${seq}, but it has ${events.length} events`;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) {
      yield `ticket ${id}: event ${event.id} has seq ${event.seq}, expected ${index + 1}`;
      break;
    }
  }
}

/** A ticket is created once; what runs without one begins with its trigger. */
function* beginningOf({ id, state }: StoredAggregate, events: readonly StoredEvent[]): Generator<string> {
  const first = state.ticketless ? "run.triggered" : "ticket.created";
  const creations = events.filter(({ type }) => type === "ticket.created");
  if (events[0]?.type !== first || creations.length !== (state.ticketless ? 0 : 1))
    yield `ticket ${id}: ${creations.length} creations; the first event is ${events[0]?.type}`;
}

function* eventItself(stored: Stored, event: StoredEvent): Generator<string> {
  const { data } = event;
  if (data.id !== event.id || data.type !== event.type || data.at !== event.at)
    yield `event ${event.id}: columns and data differ (${data.id} ${data.type} ${data.at})`;
  for (const ref of event.refs)
    if (!stored.revisions.has(ref)) yield `event ${event.id}: ${ref} was never published`;
}

export const eventsCheck: Check = {
  name: "events",
  *run(stored) {
    for (const aggregate of stored.aggregates.values()) {
      const events = stored.eventsOf.get(aggregate.id) ?? [];
      yield* logOf(aggregate.id, aggregate.state.seq, events);
      yield* beginningOf(aggregate, events);
    }
    for (const id of stored.eventsOf.keys())
      if (!stored.aggregates.has(id)) yield `events of ticket ${id}, which does not exist`;
    for (const event of stored.events) yield* eventItself(stored, event);
  },
};
