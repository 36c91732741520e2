/** What a message does to its ticket: counters, the first reply, the wait for an answer, reopening. */
import type { Author } from "@sluice/schemas";
import type { TicketRecord, TicketText } from "../state/ticket-state.ts";
export interface IncomingMessage {
  readonly author: Author;
  readonly public: boolean;
  readonly text: string;
}
/** Only an agent's public message is a human reply. */
export declare const isHumanReply: (message: IncomingMessage) => boolean;
/** The ticket after one message, by whoever wrote it. */
export declare function applyMessage(
  ticket: TicketRecord,
  message: IncomingMessage,
  now: number,
): TicketRecord;
/** `ticket.text`: every customer message until the first human reply, then the last customer message. */
export declare function applyText(
  text: TicketText,
  ticket: TicketRecord,
  message: IncomingMessage,
): TicketText;
/** The words that rules read. */
export declare function ticketText(ticket: TicketRecord, text: TicketText): string;
