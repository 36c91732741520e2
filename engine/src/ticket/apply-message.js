import { applyStatus } from "./apply-changes.js";
/** Only an agent's public message is a human reply. */
export const isHumanReply = (message) => message.author === "agent" && message.public;
/** Words beyond this are not kept for `ticket.text`: no rule needs a novel. */
const maxTextParts = 50;
const fromCustomer = (ticket, now) => {
  const reopened =
    ticket.status === "pending_customer" || ticket.status === "resolved" || ticket.status === "closed"
      ? applyStatus(ticket, "open", now)
      : ticket;
  return { ...reopened, unansweredSince: reopened.unansweredSince ?? now };
};
const fromHuman = (ticket, now) => ({
  ...(ticket.status === "new" ? applyStatus(ticket, "open", now) : ticket),
  firstHumanReplyAt: ticket.firstHumanReplyAt ?? now,
  firstReplyAt: ticket.firstReplyAt ?? now,
  lastHumanReplyAt: now,
  lastAgentUpdateAt: now,
  unansweredSince: null,
});
/** The ticket after one message, by whoever wrote it. */
export function applyMessage(ticket, message, now) {
  const counted = { ...ticket, messageCount: ticket.messageCount + 1 };
  if (message.author === "customer") return fromCustomer(counted, now);
  if (isHumanReply(message)) return fromHuman(counted, now);
  if (message.author === "bot" && message.public)
    return { ...counted, firstReplyAt: counted.firstReplyAt ?? now };
  return message.author === "agent" ? { ...counted, lastAgentUpdateAt: now } : counted;
}
/** `ticket.text`: every customer message until the first human reply, then the last customer message. */
export function applyText(text, ticket, message) {
  if (message.author !== "customer") return text;
  const gathering = ticket.firstHumanReplyAt === null && text.parts.length < maxTextParts;
  return { parts: gathering ? [...text.parts, message.text] : text.parts, last: message.text };
}
/** The words that rules read. */
export function ticketText(ticket, text) {
  if (ticket.firstHumanReplyAt !== null && text.last !== null) return text.last;
  return [ticket.subject, ticket.body, ...text.parts].filter((part) => part !== "").join("\n");
}
//# sourceMappingURL=apply-message.js.map
