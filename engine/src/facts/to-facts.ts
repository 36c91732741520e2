/** The flat facts of one ticket at one moment: what every condition and template reads. */
import { type Json, slaMetrics } from "@sluice/schemas";
import type { Facts, TicketEvent } from "../state/events.ts";
import type { ClockState, TicketRecord, TicketText } from "../state/ticket-state.ts";
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
  /** State and remaining minutes of a metric's latest clock; looked up only when a condition asks. */
  readonly clock: (metric: string) => { readonly state: string; readonly remainingMinutes: number } | undefined;
}

const ticketFacts = ({ ticket, text }: FactSource): Record<string, unknown> => ({
  "ticket.id": ticket.id,
  "ticket.number": ticket.number,
  "ticket.channel": ticket.channel,
  "ticket.shop": ticket.shop ?? undefined,
  "ticket.subject": ticket.subject,
  "ticket.body": ticket.body,
  "ticket.text": ticketText(ticket, text),
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
});

const partyFacts = ({ ticket: { customer, order } }: FactSource): Record<string, unknown> => ({
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
});

function addClockFacts(facts: Record<string, unknown>, clock: FactSource["clock"]): void {
  for (const metric of slaMetrics) {
    Object.defineProperty(facts, `sla.${metric}.state`, { enumerable: true, get: () => clock(metric)?.state });
    Object.defineProperty(facts, `sla.${metric}.remainingMinutes`, {
      enumerable: true,
      get: () => clock(metric)?.remainingMinutes,
    });
  }
}

/** Builds the facts; a value that the ticket does not have is `undefined`. */
export function toFacts(source: FactSource, clocks: readonly ClockState[]): Facts {
  const { ticket, event, message, now } = source;
  const time = toLocalTime(now, source.timezone);
  const facts: Record<string, unknown> = {
    ...ticketFacts(source),
    ...partyFacts(source),
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
    ...event.facts,
  };
  for (const key of Object.keys(ticket.fields)) facts[`ticket.fields.${key}`] = ticket.fields[key];
  for (const key of Object.keys(source.variables)) facts[`vars.${key}`] = source.variables[key];
  if (clocks.length > 0) addClockFacts(facts, source.clock);
  return facts;
}
