/**
 * reminders: each (ticket, clock, reminder) fires once, and a breach is told once; again only after a retarget
 * moved the due later. Everybody who was to be told has a notification, and nobody has one that no event told.
 */
import type { Check } from "../check.ts";
import type { Stored, StoredEvent } from "../stored.ts";

/** The clocks whose due an event moved later. */
const movedLater = ({ decisions }: StoredEvent): readonly string[] =>
  decisions.flatMap((decision) =>
    decision.kind === "sla"
      ? decision.clocks.flatMap(({ clock, change, due, previousDue }) =>
          change === "retargeted" && due > (previousDue ?? due) ? [clock] : [],
        )
      : [],
  );

const breaches = ({ decisions }: StoredEvent): readonly string[] =>
  decisions.flatMap((decision) =>
    decision.kind === "sla"
      ? decision.clocks.flatMap(({ clock, change }) => (change === "breached" ? [`${clock} breach`] : []))
      : [],
  );

const reminders = ({ log }: StoredEvent): readonly string[] =>
  log.flatMap(({ type, clock, reminder }) => (type === "reminder" ? [`${clock} ${reminder}`] : []));

function* twice(ticket: string, events: readonly StoredEvent[]): Generator<string> {
  const seen = new Map<string, string>();
  for (const event of events) {
    for (const clock of movedLater(event))
      for (const name of seen.keys()) if (name.startsWith(`${clock} `)) seen.delete(name);
    for (const name of [...breaches(event), ...reminders(event)]) {
      const first = seen.get(name);
      if (first !== undefined)
        yield `ticket ${ticket}: ${name} fired in event ${first} and again in ${event.id}`;
      seen.set(name, event.id);
    }
  }
}

function* marked(stored: Stored): Generator<string> {
  for (const { id, state } of stored.tickets.values()) {
    const told = new Set((stored.eventsOf.get(id) ?? []).flatMap(reminders));
    for (const clock of state.clocks)
      for (const reminder of clock.fired)
        if (!told.has(`${clock.id} ${reminder}`))
          yield `ticket ${id}: ${clock.id} ${reminder} is marked, but no event fired it`;
  }
}

/** `<notification id> <agent>` of every reminder. */
const toldBy = (event: StoredEvent): readonly string[] =>
  event.log.flatMap(({ type, clock, reminder, agents }) =>
    type === "reminder"
      ? (agents as string[]).map((agent) => `${event.ticket}:${clock}:${reminder}:${event.id} ${agent}`)
      : [],
  );

function* notifications(stored: Stored): Generator<string> {
  // A step that routing brought on within the event carries its id, counted on: `<event>~<n>`.
  const rows = stored.notifications.map(({ id, agent_id }) => `${id.replace(/~\d+$/, "")} ${agent_id}`);
  const known = new Set(rows);
  if (known.size !== rows.length) yield "a notification is there twice";
  const told = new Set(stored.events.flatMap(toldBy));
  for (const name of told) if (!known.has(name)) yield `notification ${name} is missing`;
  const isReminder = /:\w+:\d+:[^:]+:[^:]+ /;
  for (const name of known)
    if (isReminder.test(name) && !told.has(name)) yield `notification ${name}: no event told it`;
  for (const { id, ticket_id } of stored.notifications)
    if (ticket_id !== null && !stored.aggregates.has(ticket_id))
      yield `notification ${id}: its ticket does not exist`;
}

export const remindersCheck: Check = {
  name: "reminders",
  *run(stored) {
    for (const [ticket, events] of stored.eventsOf) yield* twice(ticket, events);
    yield* marked(stored);
    yield* notifications(stored);
  },
};
