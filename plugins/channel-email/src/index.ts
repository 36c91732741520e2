/** `@sluice/plugin-channel-email`: the channel `mail`. */
import { Readable } from "node:stream";
import { defineChannel, definePlugin, type InboundRequest, isSignedRequest } from "@sluice/plugin-sdk";
import { parseValue } from "@sluice/schemas";
import { MailConfig } from "./config.ts";
import { mailError } from "./errors.ts";
import { listen, smtpMethod } from "./listener.ts";
import { Mail, readMail } from "./read-mail.ts";
import { sendMail } from "./send-mail.ts";
import { refusalOf, toMessage } from "./to-message.ts";

/** From the listener it is read already; over HTTP it comes raw. */
async function mailOf({ method, body, encoding }: InboundRequest): Promise<Mail> {
  if (method !== smtpMethod) return readMail(Readable.from([Buffer.from(body, encoding)]));
  const parsed = parseValue(Mail, JSON.parse(body));
  if (!parsed.ok) throw mailError("channel-email.unreadable", "The listener handed over no mail");
  return parsed.value as Mail;
}

const mailChannel = defineChannel({
  id: "mail",
  label: { zh: "邮件", en: "Mail" },
  description: {
    zh: "客服邮箱：自带收信监听，通过 SMTP 回复",
    en: "The house's mailbox: its own listener in, SMTP out",
  },
  config: MailConfig,
  secrets: ["SMTP_PASSWORD", "INBOUND_PASSWORD", "INBOUND_SECRET", "TLS_KEY", "TLS_CERT"],
  timeout: "PT30S",
  // No HTTP request has this method: only the listener's deliveries do.
  verify: ({ input, secrets }) =>
    input.method === smtpMethod || isSignedRequest(input, secrets.INBOUND_SECRET),
  async parse({ input, config, log }) {
    const mail = await mailOf(input);
    const refusal = refusalOf(mail, input.headers["envelope-from"], config);
    if (refusal === null) return { messages: [toMessage(mail, config)] };
    log.info("a mail is not taken", { reason: refusal });
    return { messages: [] };
  },
  send: sendMail,
  listen,
});

/** The plugin as the plugin host loads it; off until an operator switches it on. */
export const plugin = definePlugin({
  id: "channel-email",
  label: { zh: "邮件渠道", en: "Mail channel" },
  channels: [mailChannel],
});
