/** An answer as mail: on its thread for every mail program, and marked when no person wrote it. */
import { type ActionContext, ActionError, type OutboundMessage } from "@sluice/plugin-sdk";
import type { MailConfig, Smtp } from "./config.ts";
import { mailError } from "./errors.ts";
import { toMessageId, toReferences } from "./thread-ids.ts";
import { plainSubject } from "./to-message.ts";

type Context = ActionContext<OutboundMessage, MailConfig>;

/** Time the server has for each answer, in milliseconds. */
const answerMs = 15_000;

async function transportTo({ host, port, security, user }: Smtp, password: string | undefined) {
  if (user !== undefined && !password)
    throw mailError(
      "channel-email.not-configured",
      "The secret SMTP_PASSWORD of channel-email is not stored",
    );
  const { createTransport } = await import("nodemailer");
  return createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(user === undefined ? {} : { auth: { user, pass: password ?? "" } }),
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** RFC 3834: a machine's answer says so, and asks machines for none. */
const machineHeaders = { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" };

function toMail({ input, idempotencyKey }: Context, address: string, name: string | undefined) {
  const references = toReferences(input.inReplyTo);
  const last = references.at(-1);
  const { customer, ticket } = input;
  return {
    from: { name: name ?? "", address },
    to: { name: customer.name ?? "", address: customer.id },
    subject: `${last === undefined ? "" : "Re: "}${plainSubject(ticket.subject)} [#${ticket.number}]`,
    text: input.text,
    messageId: toMessageId(input.thread, idempotencyKey, address),
    ...(last === undefined ? {} : { inReplyTo: last, references: [...references] }),
    headers: input.author === "bot" ? machineHeaders : {},
  };
}

/** RFC 5321, 4.2.1: 4yz is worth another try, 5yz is not; without a code the server was not reached. */
function toError(cause: unknown): ActionError {
  const {
    code,
    responseCode,
    message = "",
  } = cause as { code?: string; responseCode?: number; message?: string };
  const text = `The mail server ${responseCode === undefined ? "was not reached" : "answered"}: ${message}`;
  const isFinal = code === "EAUTH" ? (responseCode ?? 535) >= 500 : (responseCode ?? 0) >= 500;
  const fault = isFinal ? "channel-email.refused" : "channel-email.busy";
  return mailError(fault, text.slice(0, 300), { details: { code, responseCode }, cause });
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** Sends one answer; resolves with its Message-ID once the server has taken it. @throws ActionError `channel-email.*`. */
export async function sendMail(ctx: Context): Promise<{ readonly id: string }> {
  const { config, input, secrets, signal } = ctx;
  const { address, name, smtp } = config;
  if (!address || !smtp)
    throw mailError(
      "channel-email.not-configured",
      "The channel mail needs an address and an outgoing server",
    );
  if (!/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(input.customer.id))
    throw mailError("channel-email.no-address", "The customer's id is no mail address");
  const transport = await transportTo(smtp, secrets.SMTP_PASSWORD);
  const mail = toMail(ctx, address, name);
  const sending = transport.sendMail(mail);
  sending.catch(() => undefined); // The time limit may have been faster; its end is then nobody's.
  try {
    await Promise.race([sending, aborted(signal)]);
    return { id: mail.messageId };
  } catch (error) {
    if (signal.aborted || error instanceof ActionError) throw error;
    throw toError(error);
  } finally {
    transport.close();
  }
}
