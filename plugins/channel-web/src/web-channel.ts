/**
 * The channel `web`: a shop's own pages and apps hand over what customers write as signed JSON, and are called back,
 * signed the same way, with what the house answers.
 */
import {
  ActionError,
  defineChannel,
  type Inbound,
  isSignedRequest,
  labelled,
  requestJson,
  signatureHeaders,
} from "@sluice/plugin-sdk";
import { Type } from "typebox";

/** The whole body: one message, several, or a ping. */
interface Body {
  readonly type?: unknown;
  readonly messages?: unknown;
}

const WebConfig = Type.Object(
  {
    callbackUrl: Type.Optional(
      Type.String({
        pattern: "^https?://",
        ...labelled("回调地址", "Callback URL", {
          placeholder: "https://shop.example/sluice/messages",
          common: true,
          help: { zh: "客服的回复以签名 JSON 发到这里", en: "Where the house's answers are sent, signed" },
        }),
      }),
    ),
  },
  { additionalProperties: false },
);

const unreadable = (message: string): ActionError =>
  new ActionError({ code: "channel-web.unreadable", message, retryable: false });

function parseBody(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable("The body is no JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw unreadable("The body is no JSON object");
  return value;
}

/** The house checks each message against its schema. */
function toInbound(body: Body): Inbound {
  if (body.type === "ping") return { messages: [], reply: { body: "pong" } };
  return { messages: (Array.isArray(body.messages) ? body.messages : [body]) as Inbound["messages"] };
}

const idOf = (body: unknown): { readonly id?: string } => {
  const id = typeof body === "object" && body !== null ? (body as { id?: unknown }).id : undefined;
  return typeof id === "string" || typeof id === "number" ? { id: String(id) } : {};
};

/** The channel. */
export const webChannel = defineChannel({
  id: "web",
  label: { zh: "官网在线", en: "Web chat" },
  description: {
    zh: "自有网站和 App 的消息，签名 JSON 收发",
    en: "Messages of your own pages and apps, as signed JSON",
  },
  config: WebConfig,
  secrets: ["SECRET"],
  hosts: ["*"], // The operator's callbackUrl; no message chooses it.
  verify: ({ input, secrets }) => isSignedRequest(input, secrets.SECRET),
  parse: ({ input }) => toInbound(parseBody(input.body)),
  async send({ input, config, secrets, http, idempotencyKey }) {
    const { callbackUrl } = config;
    if (!callbackUrl || !secrets.SECRET)
      throw new ActionError({
        code: "channel-web.not-configured",
        message: "The channel web needs a callbackUrl and the secret SECRET",
        retryable: false,
      });
    const body = JSON.stringify({ type: "message", key: idempotencyKey, ...input });
    const { body: answer } = await requestJson(http, {
      url: callbackUrl,
      body,
      headers: {
        "content-type": "application/json",
        "idempotency-key": idempotencyKey,
        ...signatureHeaders(secrets.SECRET, body, Date.now()),
      },
      prefix: "channel-web",
      accept: [409], // It has this key already: what was to be done is done.
    });
    return idOf(answer);
  },
});
