/** What an operator configures for `notify`; robots are configured by their secrets alone. */
import { labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;

/** The server that takes the house's mail. */
export const Smtp = Type.Object(
  {
    host: Type.String({
      minLength: 1,
      ...labelled("服务器", "Server", { placeholder: "smtp.exmail.qq.com" }),
    }),
    port: Type.Integer({ minimum: 1, maximum: 65_535, default: 587, ...labelled("端口", "Port") }),
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
    from: Type.String({
      pattern: "@",
      ...labelled("发件人", "From", { placeholder: "客服中心 <service@shop.example>" }),
    }),
  },
  { ...strict, ...labelled("发信服务器", "Mail server") },
);
export type Smtp = Static<typeof Smtp>;

export const NotifyConfig = Type.Object(
  {
    smtp: Type.Optional(Smtp),
    recipientDomains: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      ...labelled("允许的收件域名", "Domains of recipients", {
        help: { zh: "留空表示不限制", en: "Empty means any" },
      }),
    }),
  },
  strict,
);
export type NotifyConfig = Static<typeof NotifyConfig>;
