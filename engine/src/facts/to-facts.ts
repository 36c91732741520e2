/** The flat facts of one ticket at one moment: what every condition and template reads. */
import { type Json, slaMetrics } from "@sluice/schemas";
import type { Facts, TicketEvent } from "../state/events.ts";
import type { TicketRecord, TicketText } from "../state/ticket-state.ts";
import { ticketText } from "../ticket/apply-message.ts";
import { toLocalTime } from "./local-time.ts";

/** The message that the current event brought, if it brought one. */
export interface EventMessage {
  readonly author: string;
  readonly public: boolean;
  readonly text: string;
}

export interface FactSource {
  readonly ticket: TicketRecord;
  readonly text: TicketText;
  readonly event: TicketEvent;
  readonly changes: readonly string[];
  readonly message: EventMessage | null;
  readonly assigneeGroups: readonly string[];
  readonly now: number;
  readonly timezone: string;
  readonly campaigns: readonly string[];
  readonly variables: { readonly [name: string]: Json };
  /** State and remaining minutes of a metric's latest clock; `null` where nothing that is live reads them. */
  readonly clock:
    | ((metric: string) => { readonly state: string; readonly remainingMinutes: number } | undefined)
    | null;
}

function addClockFacts(facts: Record<string, unknown>, clock: NonNullable<FactSource["clock"]>): void {
  for (const metric of slaMetrics) {
    const reading = clock(metric);
    facts[`sla.${metric}.state`] = reading?.state;
    facts[`sla.${metric}.remainingMinutes`] = reading?.remainingMinutes;
  }
}

/** One literal with every key: objects of one shape are made and read an order of magnitude faster than merged ones. */
function baseFacts(source: FactSource): Record<string, unknown> {
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
export function toFacts(source: FactSource): Facts {
  const { ticket, event } = source;
  const facts = baseFacts(source);
  if (event.facts) Object.assign(facts, event.facts);
  for (const key of Object.keys(ticket.fields)) facts[`ticket.fields.${key}`] = ticket.fields[key];
  for (const key of Object.keys(source.variables)) facts[`vars.${key}`] = source.variables[key];
  if (source.clock) addClockFacts(facts, source.clock);
  return facts;
}

/** Facts of a run that is about no ticket: time, event, campaigns, its variables and what plugins brought. */
export function withoutTicket(source: FactSource): Facts {
  const about = /^(?:ticket|customer|order|message|agent|sla)\./;
  return Object.fromEntries(Object.entries(toFacts(source)).filter(([fact]) => !about.test(fact)));
}
