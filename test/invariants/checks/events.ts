/** events: the log of a ticket has no gap, says what it is in both its columns and its JSON, and refers to what exists. */
import type { Check } from "../check.ts";
import type { Stored, StoredEvent } from "../stored.ts";

function* logOf(id: string, seq: number, events: readonly StoredEvent[]): Generator<string> {
  if (events.length !== seq) yield `ticket ${id}: seq is ${seq}, but it has ${events.length} events`;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) {
      yield `ticket ${id}: event ${event.id} has seq ${event.seq}, expected ${index + 1}`;
      break;
    }
  }
  const creations = events.filter(({ type }) => type === "ticket.created");
  if (creations.length !== 1 || events[0]?.type !== "ticket.created")
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
    for (const { id, state } of stored.tickets.values())
      yield* logOf(id, state.seq, stored.eventsOf.get(id) ?? []);
    for (const id of stored.eventsOf.keys())
      if (!stored.tickets.has(id)) yield `events of ticket ${id}, which does not exist`;
    for (const event of stored.events) yield* eventItself(stored, event);
  },
};
