/** What a message does to its ticket: counters, the first reply, the wait for an answer, reopening. */
import type { Author } from "@sluice/schemas";
import type { TicketRecord, TicketText } from "../state/ticket-state.ts";
import { applyStatus } from "./apply-changes.ts";

export interface IncomingMessage {
  readonly author: Author;
  readonly public: boolean;
  readonly text: string;
}

/** Only an agent's public message is a human reply. */
export const isHumanReply = (message: IncomingMessage): boolean =>
  message.author === "agent" && message.public;

/** Words beyond this are not kept for `ticket.text`: no rule needs a novel. */
const maxTextParts = 50;

const fromCustomer = (ticket: TicketRecord, now: number): TicketRecord => {
  const reopened =
    ticket.status === "pending_customer" || ticket.status === "resolved" || ticket.status === "closed"
      ? applyStatus(ticket, "open", now)
      : ticket;
  return { ...reopened, unansweredSince: reopened.unansweredSince ?? now };
};

const fromHuman = (ticket: TicketRecord, now: number): TicketRecord => ({
  ...(ticket.status === "new" ? applyStatus(ticket, "open", now) : ticket),
  firstHumanReplyAt: ticket.firstHumanReplyAt ?? now,
  firstReplyAt: ticket.firstReplyAt ?? now,
  lastHumanReplyAt: now,
  lastAgentUpdateAt: now,
  unansweredSince: null,
});

/** The ticket after one message, by whoever wrote it. */
export function applyMessage(ticket: TicketRecord, message: IncomingMessage, now: number): TicketRecord {
  const counted = { ...ticket, messageCount: ticket.messageCount + 1 };
  if (message.author === "customer") return fromCustomer(counted, now);
  if (isHumanReply(message)) return fromHuman(counted, now);
  if (message.author === "bot" && message.public)
    return { ...counted, firstReplyAt: counted.firstReplyAt ?? now };
  return message.author === "agent" ? { ...counted, lastAgentUpdateAt: now } : counted;
}

/** `ticket.text`: every customer message until the first human reply, then the last customer message. */
export function applyText(text: TicketText, ticket: TicketRecord, message: IncomingMessage): TicketText {
  if (message.author !== "customer") return text;
  const gathering = ticket.firstHumanReplyAt === null && text.parts.length < maxTextParts;
  return { parts: gathering ? [...text.parts, message.text] : text.parts, last: message.text };
}

/** The words that rules read. */
export function ticketText(ticket: TicketRecord, text: TicketText): string {
  if (ticket.firstHumanReplyAt !== null && text.last !== null) return text.last;
  return [ticket.subject, ticket.body, ...text.parts].filter((part) => part !== "").join("\n");
}
