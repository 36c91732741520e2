/** A mail as a customer's message; or why it is none. Answering a machine's mail is how two machines mail each other for ever. */
import { createHash } from "node:crypto";
import type { InboundMessage } from "@sluice/plugin-sdk";
import type { MailConfig } from "./config.ts";
import type { Mail } from "./read-mail.ts";
import { stripQuote } from "./strip-quote.ts";
import { toThread } from "./thread-ids.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** Every address of the house, in lower case. */
export const ownAddresses = ({ address, aliases }: MailConfig): readonly string[] =>
  [...(address === undefined ? [] : [address]), ...aliases].map((one) => one.toLowerCase());

/** Why a mail is not taken, or `null`. `envelopeFrom` is empty for what must never be answered (RFC 5321, 4.5.5). */
export function refusalOf(mail: Mail, envelopeFrom: string | undefined, config: MailConfig): string | null {
  if (mail.automatic !== null) return mail.automatic;
  if (envelopeFrom === "") return "an empty return path";
  const { address } = mail.from;
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address) || address.length > 190) return "no sender";
  if (/^(mailer-daemon|postmaster)@/.test(address)) return "a mail server's own mail";
  return ownAddresses(config).includes(address) ? "the house's own address" : null;
}

const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576
    ? `${(bytes / 1_048_576).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_024))} KB`;

function attachmentNotes({ attachments }: Mail, { language }: MailConfig): readonly string[] {
  const label = language === "zh" ? "附件" : "Attachment";
  return attachments.map(({ name, size }) => `[${label}] ${name} (${sizeOf(size)})`);
}

/** `[#1024]` in a subject names a ticket; the house believes it when the customer is the same. */
export const ticketNumberOf = (subject: string): number | undefined => {
  const number = Number(/\[#(\d{1,12})\](?!.*\[#\d)/.exec(subject)?.[1]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

/** Without `Re:`, `回复：` and the like, however many, and without the ticket's number. */
export const plainSubject = (subject: string): string =>
  subject
    .replace(/^(\s*(re|aw|sv|回复|答复|转发|fw|fwd)\s*[:：]\s*)+/i, "")
    .replaceAll(/\s*\[#\d{1,12}\]/g, "")
    .trim();

const isAnswer = ({ inReplyTo, references, subject }: Mail): boolean =>
  inReplyTo.length > 0 || references.length > 0 || /^\s*(re|回复|答复)\s*[:：]/i.test(subject);

/** The message; call it only for what {@link refusalOf} lets through. */
export function toMessage(mail: Mail, config: MailConfig): InboundMessage {
  const { from, subject } = mail;
  const messageId = mail.messageId || `<${digest(JSON.stringify(mail))}@no-message-id>`;
  const words = isAnswer(mail) ? stripQuote(mail.text) : mail.text.trim();
  const title = plainSubject(subject);
  const ticketNumber = ticketNumberOf(subject);
  return {
    thread: toThread({ ...mail, messageId }, from.address, config.address ?? ""),
    id: messageId.length <= 190 ? messageId : digest(messageId),
    customer: { id: from.address, ...(from.name === "" ? {} : { name: from.name }) },
    ...(title === "" ? {} : { subject: title }),
    ...(ticketNumber === undefined ? {} : { ticketNumber }),
    text: [words, ...attachmentNotes(mail, config)].filter((line) => line !== "").join("\n"),
  };
}
