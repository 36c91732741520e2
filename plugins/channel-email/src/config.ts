/** Where mail comes in, where it goes out, and for whom. */
import { labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const port = (preset: number) =>
  Type.Integer({ minimum: 1, maximum: 65_535, default: preset, ...labelled("端口", "Port") });

/** The server that takes the house's answers. */
export const Smtp = Type.Object(
  {
    host: Type.String({
      minLength: 1,
      ...labelled("服务器", "Server", { placeholder: "smtp.exmail.qq.com" }),
    }),
    port: port(587),
    security: Type.Enum(["starttls", "tls", "none"], {
      default: "starttls",
      ...labelled("加密", "Encryption", {
        options: {
          starttls: { zh: "STARTTLS（587）", en: "STARTTLS (587)" },
          tls: { zh: "TLS（465）", en: "TLS (465)" },
          none: { zh: "不加密，仅限内网", en: "None, for your own network only" },
        },
      }),
    }),
    user: Type.Optional(
      Type.String({
        minLength: 1,
        ...labelled("用户名", "User", {
          help: { zh: "密码存为密钥 SMTP_PASSWORD", en: "Its password is the secret SMTP_PASSWORD" },
        }),
      }),
    ),
  },
  { ...strict, ...labelled("发信服务器", "Outgoing server") },
);
export type Smtp = Static<typeof Smtp>;

/** The listener that takes customers' mail, from the house's mail server or from the world. */
const Listener = Type.Object(
  {
    host: Type.String({
      default: "127.0.0.1",
      minLength: 1,
      ...labelled("监听地址", "Address", {
        help: {
          zh: "默认只接受本机邮件服务器转来的邮件",
          en: "By default only a mail server on this machine reaches it",
        },
      }),
    }),
    port: port(2525),
    user: Type.Optional(
      Type.String({
        minLength: 1,
        ...labelled("登录名", "Sign-in name", {
          help: {
            zh: "填写后必须登录，密码存为密钥 INBOUND_PASSWORD",
            en: "Then required; its password is the secret INBOUND_PASSWORD",
          },
        }),
      }),
    ),
    maxMegabytes: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 25,
      ...labelled("单封最大（MB）", "Megabytes of a mail at most"),
    }),
  },
  { ...strict, ...labelled("收信监听", "Incoming listener") },
);

export const MailConfig = Type.Object(
  {
    address: Type.Optional(
      Type.String({
        pattern: "^[^\\s@<>]+@[^\\s@<>]+$",
        ...labelled("客服邮箱", "The house's address", { placeholder: "service@shop.example", common: true }),
      }),
    ),
    name: Type.Optional(Type.String({ maxLength: 100, ...labelled("显示名称", "Its name") })),
    aliases: Type.Array(Type.String(), {
      default: [],
      ...labelled("其他收件邮箱", "Other addresses", {
        help: { zh: "也收；发往其他地址的邮件拒收", en: "Taken too; mail to any other address is refused" },
      }),
    }),
    inbound: Type.Optional(Listener),
    smtp: Type.Optional(Smtp),
    language: Type.Enum(["zh", "en"], {
      default: "zh",
      ...labelled("附件说明的语言", "Language of notes on attachments", {
        options: { zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" } },
      }),
    }),
  },
  strict,
);
export type MailConfig = Static<typeof MailConfig>;
