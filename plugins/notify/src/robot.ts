/**
 * What the group robots of WeCom, DingTalk and Feishu have in common: an address with a key in it (a secret), a JSON
 * message, and an answer of status 200 whose own code says whether it was taken.
 */
import { type ActionContext, labelled, requestJson } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";
import { notifyError } from "./errors.ts";

const strict = { additionalProperties: false } as const;

/** What is said, to which robot, and who is called. */
export const RobotInput = Type.Object(
  {
    text: Type.String({
      minLength: 1,
      maxLength: 20_000,
      ...labelled("内容", "Text", {
        widget: "template",
        placeholder: "工单 {{ ticket.number }} 即将超时",
        help: { zh: "超出平台长度上限的部分截断", en: "What exceeds the platform's limit is cut off" },
      }),
    }),
    format: Type.Enum(["text", "markdown"], {
      default: "text",
      ...labelled("格式", "Format", {
        options: { text: { zh: "纯文本", en: "Plain text" }, markdown: { zh: "Markdown", en: "Markdown" } },
      }),
    }),
    title: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        ...labelled("标题", "Title", {
          widget: "template",
          shownIf: { property: "format", in: ["markdown"] },
          help: { zh: "钉钉、飞书的 Markdown 消息标题", en: "Of a Markdown message of DingTalk or Feishu" },
        }),
      }),
    ),
    mention: Type.Array(Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\s<>"@]+$' }), {
      default: [],
      maxItems: 50,
      ...labelled("提醒的人", "Mentioned", {
        help: { zh: "平台内的用户 ID（飞书为 open_id）", en: "User ids of the platform (open_id at Feishu)" },
      }),
    }),
    mentionAll: Type.Boolean({ default: false, ...labelled("提醒所有人", "Mention everybody") }),
    robot: Type.String({
      default: "default",
      pattern: "^[A-Za-z0-9_-]{1,40}$",
      ...labelled("机器人", "Robot", {
        help: {
          zh: "用哪个机器人：default 用密钥 …_WEBHOOK，其他名称用 …_WEBHOOK.名称",
          en: "Which robot: default has the secret …_WEBHOOK, any other name …_WEBHOOK.name",
        },
      }),
    }),
  },
  strict,
);
export type RobotInput = Static<typeof RobotInput>;

export const RobotOutput = Type.Object({ sent: Type.Boolean(labelled("已发送", "Sent")) }, strict);

/** How one platform's robots are spoken to. */
export interface Platform {
  /** The beginning of its secrets' names, for instance `WECOM`. */
  readonly secretPrefix: string;
  /** The message; `now` is epoch milliseconds, `signingSecret` is there when the robot has one. */
  toRequest(
    input: RobotInput,
    webhook: URL,
    signingSecret: string | undefined,
    now: number,
  ): { readonly url: URL; readonly body: object };
  /** The answer's own code and words; 0 means that it was taken. */
  readAnswer(answer: Readonly<Record<string, unknown>>): { readonly code: number; readonly message: string };
  /** Codes of "too fast", with the pause that the platform then makes, in milliseconds. */
  readonly tooFast: Readonly<Record<number, number>>;
  /** Codes of a fault of the moment. */
  readonly busy: readonly number[];
}

type Context = ActionContext<RobotInput, unknown>;

const secretName = (prefix: string, what: string, robot: string): string =>
  robot === "default" ? `${prefix}_${what}` : `${prefix}_${what}.${robot}`;

function webhookOf({ secrets, input }: Context, prefix: string): URL {
  const name = secretName(prefix, "WEBHOOK", input.robot);
  const text = Object.hasOwn(secrets, name) ? (secrets[name] ?? "").trim() : "";
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol)) return url;
  const reason = text === "" ? "is not stored" : "is not an address";
  throw notifyError("notify.not-configured", `The secret ${name} of the plugin notify ${reason}`);
}

function refusal(platform: Platform, code: number, message: string) {
  const details = { code, message: message.slice(0, 300) };
  const pause = platform.tooFast[code];
  if (pause !== undefined)
    return notifyError("notify.too-fast", "The robot is sent too many messages", {
      retryAfterMs: pause,
      details,
    });
  if (platform.busy.includes(code))
    return notifyError("notify.busy", "The robot's platform is busy", { details });
  return notifyError("notify.refused", `The robot refused the message with code ${code}`, { details });
}

/** Sends one message. @throws ActionError `notify.*`, and those of an exchange of JSON. */
export async function sendToRobot(platform: Platform, ctx: Context): Promise<{ sent: boolean }> {
  const { input, secrets, http } = ctx;
  const webhook = webhookOf(ctx, platform.secretPrefix);
  const signingSecret = secrets[secretName(platform.secretPrefix, "SECRET", input.robot)];
  const request = platform.toRequest(input, webhook, signingSecret, Date.now());
  const { body } = await requestJson(http, { ...request, prefix: "notify" });
  const answer = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const { code, message } = platform.readAnswer(answer);
  if (code !== 0) throw refusal(platform, code, message);
  return { sent: true };
}

/** At most `limit` bytes of UTF-8, cut between characters, with an ellipsis where something was cut. */
export function fitBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const cut = Buffer.from(text)
    .subarray(0, limit - 3)
    .toString("utf8");
  return `${cut.replace(/\uFFFD+$/, "")}…`;
}

/** A number as services write it, or `NaN`. */
export const toCode = (value: unknown): number =>
  typeof value === "number" || (typeof value === "string" && value !== "") ? Number(value) : Number.NaN;

/** What all robots' declarations share. A robot knows no keys: after a crash it may be told twice. */
export const robotAction = {
  version: "1",
  input: RobotInput,
  output: RobotOutput,
  hosts: ["*"], // The address is a secret that the operator stored; inputs never choose it.
  timeout: "PT10S",
  retry: { maxAttempts: 5, backoff: "exponential", initial: "PT2S", max: "PT5M" },
  concurrency: 2,
  idempotency: "none",
} as const;
