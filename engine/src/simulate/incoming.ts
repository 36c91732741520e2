/** A stored ticket as it came in: what rules read of it before anything had classified it. */
import type { Definitions } from "../definitions/definitions.ts";
import type { Facts, NewTicket, TicketEvent } from "../state/events.ts";
import { ticketFacts } from "../step/ticket-facts.ts";
import { createTicketState } from "../ticket/new-ticket.ts";

/** The facts of a ticket at the moment it came in; `fetched` are those that plugins brought then. */
export function incomingFacts(
  definitions: Definitions,
  ticket: NewTicket,
  at: number,
  fetched: Facts = {},
): Facts {
  const event: TicketEvent = {
    ...{ type: "ticket.created", ticket, id: ticket.id, at, actor: { type: "customer" } },
    facts: fetched,
  };
  const state = createTicketState(ticket, at, definitions.capacityKind(ticket.input.channel));
  return ticketFacts(definitions, state, event, at);
}
