/** What `http.request` takes and gives; the form in the designer is drawn from this. */
import { type FormHints, labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const headerTexts = (zh: string, en: string, hints: FormHints = {}) =>
  Type.Record(Type.String(), Type.String(), labelled(zh, en, hints));

/** Credentials by the name of a stored secret, so that no document holds them. */
export const Auth = Type.Object(
  {
    scheme: Type.Enum(
      ["bearer", "basic", "header"],
      labelled("方式", "Scheme", {
        options: {
          bearer: { zh: "Bearer 令牌", en: "Bearer token" },
          basic: { zh: "用户名和密码", en: "Name and password" },
          header: { zh: "自定义请求头", en: "A header of its own" },
        },
      }),
    ),
    secret: Type.String({
      minLength: 1,
      ...labelled("密钥名称", "Name of the secret", {
        help: {
          zh: "为插件 http 存放的密钥的名称，不是密钥本身",
          en: "Of a secret stored for the plugin `http`, not the secret itself",
        },
      }),
    }),
    header: Type.Optional(
      Type.String(
        labelled("请求头名称", "Header", {
          placeholder: "X-Api-Key",
          shownIf: { property: "scheme", in: ["header"] },
          common: true,
          help: { zh: "密钥放在这个请求头里", en: "The header that takes the secret" },
        }),
      ),
    ),
  },
  { ...strict, ...labelled("身份凭证", "Credentials") },
);
export type Auth = Static<typeof Auth>;

export const RequestInput = Type.Object(
  {
    method: Type.Enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], {
      default: "GET",
      ...labelled("方法", "Method"),
    }),
    url: Type.String({
      minLength: 1,
      maxLength: 8_192,
      ...labelled("地址", "URL", {
        placeholder: "https://erp.example.com/orders/{{ order.id }}",
        help: { zh: "http 或 https", en: "http or https" },
      }),
    }),
    headers: Type.Optional(
      headerTexts("请求头", "Headers", {
        help: {
          zh: "原样发送；与连接有关的请求头会被拒绝",
          en: "Sent as they are; connection headers are refused",
        },
      }),
    ),
    query: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
        labelled("查询参数", "Query", {
          help: { zh: "加在地址自己的参数后面", en: "Added to the URL's own query" },
        }),
      ),
    ),
    body: Type.Optional(
      Type.Unknown(
        labelled("正文", "Body", {
          common: true,
          shownIf: { property: "method", in: ["POST", "PUT", "PATCH", "DELETE"] },
          help: { zh: "文字原样发送，其他按 JSON 发送", en: "Text is sent as it is, anything else as JSON" },
        }),
      ),
    ),
    auth: Type.Optional(Auth),
    timeoutMs: Type.Integer({
      minimum: 1,
      maximum: 300_000,
      default: 10_000,
      ...labelled("超时（毫秒）", "Time limit (ms)"),
    }),
    expect: Type.Array(Type.String({ pattern: "^[1-5](xx|[0-9]{2})$" }), {
      minItems: 1,
      default: ["2xx"],
      ...labelled("算成功的状态", "Statuses of success", {
        help: { zh: "例如 2xx 或 404", en: "For instance 2xx or 404" },
      }),
    }),
    maxRedirects: Type.Integer({
      minimum: 0,
      maximum: 10,
      default: 5,
      ...labelled("最多跳转", "Redirects at most"),
    }),
    maxResponseBytes: Type.Integer({
      minimum: 1,
      maximum: 2_097_152,
      default: 1_048_576,
      ...labelled("回答最大字节数", "Bytes of the answer at most"),
    }),
  },
  strict,
);
export type RequestInput = Static<typeof RequestInput>;

export const RequestOutput = Type.Object(
  {
    status: Type.Integer(labelled("状态", "Status")),
    headers: headerTexts("响应头", "Headers"),
    body: Type.Unknown(
      labelled("正文", "Body", {
        help: {
          zh: "解析后的 JSON，否则为文字；都不是时为 base64",
          en: "Parsed JSON, else text; base64 when it is neither",
        },
      }),
    ),
    durationMs: Type.Integer({ minimum: 0, ...labelled("耗时（毫秒）", "Time taken (ms)") }),
  },
  strict,
);
export type RequestOutput = Static<typeof RequestOutput>;

export const HttpConfig = Type.Object(
  {
    allowHosts: Type.Array(Type.String(), {
      default: [],
      ...labelled("放行的内网主机", "Private hosts allowed", {
        help: {
          zh: "可以使用内网地址的主机：主机名，或主机名:端口",
          en: "Hosts that may have a private address: `host` or `host:port`",
        },
      }),
    }),
  },
  strict,
);
export type HttpConfig = Static<typeof HttpConfig>;
