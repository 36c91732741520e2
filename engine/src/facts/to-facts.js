/** The flat facts of one ticket at one moment: what every condition and template reads. */
import { slaMetrics } from "@sluice/schemas";
import { ticketText } from "../ticket/apply-message.js";
import { toLocalTime } from "./local-time.js";

function addClockFacts(facts, clock) {
  for (const metric of slaMetrics) {
    const reading = clock(metric);
    facts[`sla.${metric}.state`] = reading?.state;
    facts[`sla.${metric}.remainingMinutes`] = reading?.remainingMinutes;
  }
}
/** One literal with every key: objects of one shape are made and read an order of magnitude faster than merged ones. */
function baseFacts(source) {
  const { ticket, event, message, now } = source;
  const { customer, order } = ticket;
  const time = toLocalTime(now, source.timezone);
  return {
    "ticket.id": ticket.id,
    "ticket.number": ticket.number,
    "ticket.channel": ticket.channel,
    "ticket.shop": ticket.shop ?? undefined,
    "ticket.subject": ticket.subject,
    "ticket.body": ticket.body,
    "ticket.text": ticketText(ticket, source.text),
    "ticket.priority": ticket.priority,
    "ticket.status": ticket.status,
    "ticket.stage": ticket.stage ?? undefined,
    "ticket.category": ticket.category ?? undefined,
    "ticket.tags": ticket.tags,
    "ticket.language": ticket.language ?? undefined,
    "ticket.createdAt": ticket.createdAt,
    "ticket.messageCount": ticket.messageCount,
    "ticket.reopenCount": ticket.reopenCount,
    "ticket.transferCount": ticket.transferCount,
    "customer.id": customer.id,
    "customer.name": customer.name,
    "customer.tier": customer.tier,
    "customer.annualSpend": customer.annualSpend,
    "customer.tags": customer.tags,
    "customer.openTickets": customer.openTickets,
    "order.id": order?.id,
    "order.amount": order?.amount,
    "order.status": order?.status,
    "order.trackingNo": order?.trackingNo,
    "message.author": message?.author,
    "message.public": message?.public,
    "message.text": message?.text,
    "agent.id": ticket.assignee ?? undefined,
    "agent.groups": source.assigneeGroups,
    "event.type": event.type,
    "event.actor": event.actor.type,
    "event.changes": source.changes,
    "time.hour": time.hour,
    "time.weekday": time.weekday,
    "time.date": time.date,
    "campaign.active": source.campaigns,
  };
}
/** Builds the facts; a value that the ticket does not have is `undefined`. */
export function toFacts(source) {
  const { ticket, event } = source;
  const facts = baseFacts(source);
  if (event.facts) Object.assign(facts, event.facts);
  for (const key of Object.keys(ticket.fields)) facts[`ticket.fields.${key}`] = ticket.fields[key];
  for (const key of Object.keys(source.variables)) facts[`vars.${key}`] = source.variables[key];
  if (source.clock) addClockFacts(facts, source.clock);
  return facts;
}
//# sourceMappingURL=to-facts.js.map
