/** What `http.request` takes and gives; the form in the designer is drawn from this. */
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const texts = (description: string) => Type.Record(Type.String(), Type.String(), { description });

/** Credentials by the name of a stored secret, so that no document holds them. */
export const Auth = Type.Object(
  {
    scheme: Type.Enum(["bearer", "basic", "header"]),
    secret: Type.String({ minLength: 1, description: "Name of a secret stored for the plugin `http`" }),
    header: Type.Optional(
      Type.String({ description: "Header that takes the secret, for the scheme `header`" }),
    ),
  },
  strict,
);
export type Auth = Static<typeof Auth>;

export const RequestInput = Type.Object(
  {
    method: Type.Enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], { default: "GET" }),
    url: Type.String({ minLength: 1, maxLength: 8_192, description: "http or https" }),
    headers: Type.Optional(texts("Sent as they are; connection headers are refused")),
    query: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
        description: "Added to the URL's own query",
      }),
    ),
    body: Type.Optional(Type.Unknown({ description: "Text is sent as it is, anything else as JSON" })),
    auth: Type.Optional(Auth),
    timeoutMs: Type.Integer({ minimum: 1, maximum: 300_000, default: 10_000 }),
    expect: Type.Array(Type.String({ pattern: "^[1-5](xx|[0-9]{2})$" }), {
      minItems: 1,
      default: ["2xx"],
      description: "Statuses that count as success, for instance 2xx or 404",
    }),
    maxRedirects: Type.Integer({ minimum: 0, maximum: 10, default: 5 }),
    maxResponseBytes: Type.Integer({ minimum: 1, maximum: 2_097_152, default: 1_048_576 }),
  },
  strict,
);
export type RequestInput = Static<typeof RequestInput>;

export const RequestOutput = Type.Object(
  {
    status: Type.Integer(),
    headers: Type.Record(Type.String(), Type.String()),
    body: Type.Unknown({ description: "Parsed JSON, else text; base64 when it is neither" }),
    durationMs: Type.Integer({ minimum: 0 }),
  },
  strict,
);
export type RequestOutput = Static<typeof RequestOutput>;

export const HttpConfig = Type.Object(
  {
    allowHosts: Type.Array(Type.String(), {
      default: [],
      description: "Hosts that may have a private address: `host` or `host:port`",
    }),
  },
  strict,
);
export type HttpConfig = Static<typeof HttpConfig>;
