/**
 * ticketless: the aggregates of schedules and webhooks. Their columns are copies, a due of a schedule starts one run and
 * no due comes after a later one, and a call of a webhook is one event with at most one run of its own.
 */
import type { Check } from "../check.ts";
import type { Stored, StoredAggregate, StoredEvent } from "../stored.ts";

const prefix = "house:";

/** `house:<workflow>:<node>`, with a third part for one call of a webhook. */
const partsOf = (id: string): readonly string[] => id.slice(prefix.length).split(":");

function* columns({ id, columns: row, state }: StoredAggregate): Generator<string> {
  const [workflow, node] = partsOf(id);
  const expected = { id: state.ticket.id, workflow, node, seq: state.seq, active: state.runs.length };
  for (const [name, value] of Object.entries(expected))
    if (row[name] !== value) yield `aggregate ${id}: column ${name} is ${row[name]}, it says ${value}`;
  if (!id.startsWith(prefix) || !state.ticketless) yield `aggregate ${id}: is not one without a ticket`;
  if (state.clocks.length > 0 || state.routing) yield `aggregate ${id}: has clocks or a place in a queue`;
}

/** How many runs of its own workflow an event started; what those called are not counted. */
const startedBy = ({ log }: StoredEvent): number =>
  log.filter((entry) => entry.type === "run.started" && entry.by === undefined).length;

function* schedule({ id, state }: StoredAggregate, events: readonly StoredEvent[]): Generator<string> {
  let upTo: number | null = null;
  for (const event of events) {
    const { data } = event;
    if (data.type !== "run.triggered") continue;
    if (data.due === undefined) yield `aggregate ${id}: event ${event.id} has no due`;
    const due = data.due ?? 0;
    const isLate = upTo !== null && due <= upTo;
    if (startedBy(event) > (isLate ? 0 : 1))
      yield `aggregate ${id}: due ${due} started ${startedBy(event)} runs after ${upTo}`;
    upTo = Math.max(due, upTo ?? due);
  }
  if (state.ticketless?.firedUpTo !== upTo)
    yield `aggregate ${id}: fired up to ${state.ticketless?.firedUpTo}, its events say ${upTo}`;
}

function* call({ id }: StoredAggregate, events: readonly StoredEvent[]): Generator<string> {
  const calls = events.filter(({ type }) => type === "run.triggered");
  const started = events.reduce((sum, event) => sum + startedBy(event), 0);
  if (calls.length !== 1 || started > 1)
    yield `aggregate ${id}: ${calls.length} calls have started ${started} runs`;
}

function* story(stored: Stored, aggregate: StoredAggregate): Generator<string> {
  const events = stored.eventsOf.get(aggregate.id) ?? [];
  yield* partsOf(aggregate.id).length > 2 ? call(aggregate, events) : schedule(aggregate, events);
}

export const ticketlessCheck: Check = {
  name: "ticketless",
  *run(stored) {
    for (const aggregate of stored.ticketless.values()) {
      yield* columns(aggregate);
      yield* story(stored, aggregate);
    }
    for (const { id, state } of stored.tickets.values())
      if (state.ticketless) yield `ticket ${id}: is an aggregate without a ticket`;
  },
};
