/** What earlier classifications gave tickets: what goes away when a ticket is classified again. */
import type { TicketEvent } from "@sluice/engine";
import type { ClassificationDecision, Decision } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";

type Given = ClassificationDecision["outcome"];

/** The part of an event that matters here. */
export interface PastEvent {
  readonly event: TicketEvent;
  readonly decisions: readonly Decision[];
}

/** Tags that people chose stay theirs, also where a rule gave them too. */
function chosenTags({ event }: PastEvent): readonly string[] {
  if (event.type === "ticket.created") return event.ticket.input.tags ?? [];
  return event.type === "ticket.updated" ? (event.changes.addTags ?? []) : [];
}

/** Fields that people filled in stay theirs, also where a rule gave them the same value. */
function filledFields({ event }: PastEvent): readonly string[] {
  if (event.type === "ticket.created") return Object.keys(event.ticket.input.fields ?? {});
  return event.type === "ticket.updated" ? Object.keys(event.changes.fields ?? {}) : [];
}

/** From a ticket's events, oldest first: every tag that rules gave, and the rest of what the last one gave. */
export function givenBy(events: readonly PastEvent[]): Given {
  const outcomes = events.flatMap(({ decisions }) =>
    decisions.flatMap((decision) => (decision.kind === "classification" ? [decision.outcome] : [])),
  );
  const chosen = new Set(events.flatMap(chosenTags));
  const tags = new Set(outcomes.flatMap((outcome) => outcome.tags));
  const last = outcomes.at(-1) ?? { category: null, priority: null, fields: {} };
  const filled = new Set(events.flatMap(filledFields));
  return {
    ...last,
    tags: [...tags].filter((tag) => !chosen.has(tag)),
    fields: Object.fromEntries(Object.entries(last.fields).filter(([name]) => !filled.has(name))),
  };
}

interface Row {
  readonly ticket_id: string;
  readonly data: string;
  readonly decisions: string;
}

/** What was given to each of these tickets. */
export async function readGiven(
  reader: Queryable,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, Given>> {
  const marks = tickets.map(() => "?").join(",");
  const rows = await reader.query<Row[]>(
    `SELECT ticket_id, data, decisions FROM ticket_events WHERE ticket_id IN (${marks})
       AND (refs LIKE '%"classification/%' OR type IN ('ticket.created','ticket.updated')) ORDER BY seq`,
    [...tickets],
  );
  const events = new Map<string, PastEvent[]>();
  for (const { ticket_id, data, decisions } of rows) {
    const past = { event: JSON.parse(data) as TicketEvent, decisions: JSON.parse(decisions) as Decision[] };
    events.set(ticket_id, [...(events.get(ticket_id) ?? []), past]);
  }
  return new Map([...events].map(([ticket, past]) => [ticket, givenBy(past)]));
}
