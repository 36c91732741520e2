/** Header rules: nothing that could smuggle a second request, nothing that belongs to the connection. */
import { httpError } from "./errors.ts";
import type { Auth } from "./request-schema.ts";

/** Lower-case names to values. */
export type Headers = Record<string, string>;

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110: visible characters, blanks and tabs; no line breaks, no other control characters. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const ofTheConnection = new Set(
  "host content-length transfer-encoding connection keep-alive upgrade expect te trailer accept-encoding".split(
    " ",
  ),
);

/** Credentials and the like stay with the origin they were meant for. */
const keptAcrossOrigins = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "content-type",
  "user-agent",
]);

function assertHeader(name: string, value: string): void {
  if (!token.test(name) || !fieldValue.test(value))
    throw httpError("http.header-invalid", `The header ${JSON.stringify(name)} has characters HTTP forbids`);
  if (ofTheConnection.has(name.toLowerCase()) || name.toLowerCase().startsWith("proxy-"))
    throw httpError("http.header-invalid", `The header ${name} belongs to the connection and cannot be set`);
}

function authHeader(auth: Auth, secrets: Readonly<Record<string, string>>): Headers {
  const secret = Object.hasOwn(secrets, auth.secret) ? secrets[auth.secret] : undefined;
  if (secret === undefined)
    throw httpError("http.secret-missing", `No secret ${auth.secret} is stored for the plugin http`);
  if (auth.scheme === "bearer") return { authorization: `Bearer ${secret}` };
  if (auth.scheme === "basic")
    return { authorization: `Basic ${Buffer.from(secret, "utf8").toString("base64")}` };
  return { [(auth.header ?? "x-api-key").toLowerCase()]: secret };
}

/** What the caller wrote, the credentials and the idempotency key, checked, as lower-case names. */
export function buildHeaders(request: {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly auth?: Auth | undefined;
  readonly secrets: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly contentType: string | null;
}): Headers {
  const built: Headers = { accept: "application/json, text/*;q=0.9, */*;q=0.1", "user-agent": "sluice" };
  if (request.contentType) built["content-type"] = request.contentType;
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    assertHeader(name, value);
    built[name.toLowerCase()] = value;
  }
  for (const [name, value] of Object.entries(request.auth ? authHeader(request.auth, request.secrets) : {})) {
    assertHeader(name, value);
    built[name] = value;
  }
  built["idempotency-key"] = encodeURI(request.idempotencyKey);
  built["accept-encoding"] = "identity";
  return built;
}

/** The headers that may follow a redirect to another origin. */
export const headersForOtherOrigin = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => keptAcrossOrigins.has(name)));
