/** One exchange with its redirects; every hop is checked as if it were the first. */
import { isIP } from "node:net";
import { type Dispatcher, request } from "undici";
import { bareHost, isAllowedByName, isPublicAddress } from "./address-policy.ts";
import { httpError } from "./errors.ts";
import { type Agents, addressRefused } from "./guarded-agent.ts";
import { type Headers, headersForOtherOrigin } from "./request-headers.ts";

/** A request ready to be sent. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | null;
}

/** What stays the same over all hops. */
export interface SendOptions {
  readonly agents: Agents;
  readonly allowHosts: readonly string[];
  readonly maxRedirects: number;
  readonly signal: AbortSignal;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * Reads an absolute http(s) URL.
 * @throws ActionError `http.url-invalid` for other schemes and for credentials in the URL, which would reach logs.
 */
export function parseUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:"))
    throw httpError("http.url-invalid", "The URL must be absolute and begin with http:// or https://");
  if (url.username || url.password)
    throw httpError("http.url-invalid", "The URL must not hold credentials: use `auth` with a secret");
  return url;
}

/** Written-out addresses never reach the resolver, so they are checked here; names are checked on connecting. */
function agentFor(url: URL, { agents, allowHosts }: SendOptions): Dispatcher {
  if (isAllowedByName(url, allowHosts)) return agents.open;
  const host = bareHost(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw addressRefused(host);
  return agents.guarded;
}

/** The next request: 303, and 301/302 after a POST, become GET (RFC 9110 section 15.4). */
function redirected(from: Outgoing, location: string, status: number): Outgoing {
  const url = parseUrl(location, from.url);
  const headers = url.origin === from.url.origin ? from.headers : headersForOtherOrigin(from.headers);
  const asGet = status === 303 ? from.method !== "HEAD" : status < 303 && from.method === "POST";
  if (!asGet) return { ...from, url, headers };
  const { "content-type": _dropped, ...rest } = headers;
  return { method: "GET", url, headers: rest, body: null };
}

/** Sends and follows redirects. @throws what undici throws, and {@link httpError} for what is refused. */
export async function send(first: Outgoing, options: SendOptions): Promise<Dispatcher.ResponseData> {
  let outgoing = first;
  for (let hop = 0; ; hop += 1) {
    const { url, method, headers, body } = outgoing;
    const response = await request(url, {
      method: method as Dispatcher.HttpMethod,
      headers,
      body,
      signal: options.signal,
      dispatcher: agentFor(url, options),
    });
    const { location } = response.headers;
    if (
      !redirectStatuses.has(response.statusCode) ||
      typeof location !== "string" ||
      options.maxRedirects === 0
    )
      return response;
    await response.body.dump({ limit: 65_536 });
    if (hop >= options.maxRedirects)
      throw httpError("http.redirects", `More than ${options.maxRedirects} redirects`);
    outgoing = redirected(outgoing, location, response.statusCode);
  }
}
