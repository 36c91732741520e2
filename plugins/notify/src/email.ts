/**
 * `notify.email`: mail over the house's own SMTP server (RFC 5321). The Message-ID comes of the idempotency key, so the
 * copies that a crash may cause are one message to mail stores that drop duplicates; SMTP itself promises nothing.
 */
import { createHash } from "node:crypto";
import { type ActionContext, ActionError, defineAction, labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";
import { NotifyConfig, type Smtp } from "./config.ts";
import { notifyError } from "./errors.ts";

const strict = { additionalProperties: false } as const;
const Address = Type.String({ maxLength: 254, pattern: '^[^\\s@<>,;:"]+@[^\\s@<>,;:"]+$' });

const EmailInput = Type.Object(
  {
    to: Type.Array(Address, {
      minItems: 1,
      maxItems: 50,
      ...labelled("收件人", "To", { placeholder: "lead@shop.example" }),
    }),
    cc: Type.Array(Address, { default: [], maxItems: 50, ...labelled("抄送", "Cc") }),
    subject: Type.String({
      minLength: 1,
      maxLength: 300,
      ...labelled("主题", "Subject", { widget: "template" }),
    }),
    text: Type.String({
      minLength: 1,
      maxLength: 100_000,
      ...labelled("正文", "Text", { widget: "template" }),
    }),
  },
  strict,
);
type Context = ActionContext<Static<typeof EmailInput>, NotifyConfig>;

/** Time the server has for each answer, in milliseconds. */
const answerMs = 20_000;

/** The same for every try of one step. */
export const messageIdOf = (key: string, from: string): string => {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${domain}>`;
};

function assertAllowed({ input, config }: Context): void {
  const { recipientDomains: allowed } = config;
  if (allowed.length === 0) return;
  const domains = [...input.to, ...input.cc].map((one) => one.slice(one.lastIndexOf("@") + 1).toLowerCase());
  const stranger = domains.find((domain) => !allowed.some((item) => item.toLowerCase() === domain));
  if (stranger !== undefined)
    throw notifyError("notify.recipient-refused", `Mail to ${stranger} is not allowed by recipientDomains`);
}

async function transportTo({ host, port, security, user }: Smtp, password: string | undefined) {
  if (user !== undefined && !password)
    throw notifyError("notify.not-configured", "The secret SMTP_PASSWORD of the plugin notify is not stored");
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

/** RFC 5321, 4.2.1: 4yz is worth another try, 5yz is not; without a code the server was not reached. */
function toError(cause: unknown): ActionError {
  const {
    code,
    responseCode,
    message = "",
  } = cause as { code?: string; responseCode?: number; message?: string };
  const details = { code, responseCode };
  const text = `The mail server ${responseCode === undefined ? "was not reached" : "answered"}: ${message}`;
  const isFinal = code === "EAUTH" ? (responseCode ?? 535) >= 500 : (responseCode ?? 0) >= 500;
  return notifyError(isFinal ? "notify.refused" : "notify.busy", text.slice(0, 300), { details, cause });
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

async function send(ctx: Context): Promise<{ messageId: string }> {
  const { input, config, secrets, idempotencyKey, signal } = ctx;
  if (!config.smtp)
    throw notifyError("notify.not-configured", "No mail server is configured for the plugin notify");
  assertAllowed(ctx);
  const transport = await transportTo(config.smtp, secrets.SMTP_PASSWORD);
  const messageId = messageIdOf(idempotencyKey, config.smtp.from);
  const { to, cc, subject, text } = input;
  const headers = { "Auto-Submitted": "auto-generated" };
  const sending = transport.sendMail({ from: config.smtp.from, to, cc, subject, text, messageId, headers });
  sending.catch(() => undefined); // The time limit may have been faster; its end is then nobody's.
  try {
    await Promise.race([sending, aborted(signal)]);
    return { messageId };
  } catch (error) {
    if (signal.aborted || error instanceof ActionError) throw error;
    throw toError(error);
  } finally {
    transport.close();
  }
}

/** `notify.email`. */
export const emailAction = defineAction({
  id: "notify.email",
  version: "1",
  label: { zh: "邮件通知", en: "Notify by mail" },
  description: { zh: "通过自己的邮件服务器发送通知邮件", en: "Sends mail by the house's own mail server" },
  icon: "mail",
  input: EmailInput,
  output: Type.Object({ messageId: Type.String(labelled("邮件编号", "Message-ID")) }, strict),
  config: NotifyConfig,
  secrets: ["SMTP_PASSWORD"],
  timeout: "PT30S",
  retry: { maxAttempts: 5, backoff: "exponential", initial: "PT5S", max: "PT10M" },
  concurrency: 4,
  idempotency: "none",
  samples: [
    {
      name: "to a lead",
      input: { to: ["lead@shop.example"], cc: [], subject: "工单 1024 超时", text: "请尽快处理" },
    },
  ],
  run: send,
});
