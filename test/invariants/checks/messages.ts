/** messages: each belongs to a ticket and an event; each that came in is there. */
import type { Check } from "../check.ts";

export const messagesCheck: Check = {
  name: "messages",
  *run(stored) {
    const counts = new Map<string, number>();
    for (const { id, ticket_id, seq } of stored.messages) {
      counts.set(ticket_id, (counts.get(ticket_id) ?? 0) + 1);
      const ticket = stored.tickets.get(ticket_id);
      if (!ticket) yield `message ${id}: its ticket ${ticket_id} does not exist`;
      else if (seq < 1 || seq > ticket.state.seq)
        yield `message ${id}: event ${seq} of ${ticket_id} does not exist`;
    }
    const known = new Set(stored.messages.map(({ id }) => id));
    for (const { data } of stored.events)
      if (data.type === "message.received" && !known.has(data.message.id))
        yield `message ${data.message.id} came in and is not there`;
    for (const { id, state } of stored.tickets.values())
      if (state.ticket.messageCount !== (counts.get(id) ?? 0))
        yield `ticket ${id}: counts ${state.ticket.messageCount} messages, has ${counts.get(id) ?? 0}`;
  },
};
