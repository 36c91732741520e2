/**
 * One exchange of JSON with a service whose failures are declared: an answer that is an error, or no JSON, becomes an
 * `ActionError` that says whether another try can help. Addresses and headers never reach the message: they hold secrets.
 */
import type { ActionFetch } from "./context.ts";
import { ActionError } from "./errors.ts";

/** What is asked, and how its failures are called. */
export interface JsonRequest {
  readonly url: string | URL;
  readonly method?: "GET" | "POST" | "PUT";
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; text and forms are sent as they are. */
  readonly body?: unknown;
  /** Codes of its failures begin with it: `<prefix>.status`, `<prefix>.answer-invalid`. */
  readonly prefix: string;
  /** Statuses outside 200–299 that are answers too, for instance 404. */
  readonly accept?: readonly number[];
}

/** What was answered; `body` is `null` when there was none. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Characters of an answer that are read at most. */
const maxAnswer = 2 * 1024 * 1024;
const longestWaitMs = 86_400_000;

/** Faults of the moment: request time-out, too early, too many requests, and the server's own. */
const isTransient = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status);

/** `Retry-After` (seconds or an HTTP date; RFC 9110, 10.2.3) as milliseconds from now. */
function waitOf(response: Response): number | undefined {
  const text = response.headers.get("retry-after")?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.min(longestWaitMs, Math.max(0, wait)) : undefined;
}

function statusError(prefix: string, response: Response, text: string): ActionError {
  const { status } = response;
  const retryable = isTransient(status);
  const wait = retryable ? waitOf(response) : undefined;
  return new ActionError({
    code: `${prefix}.status`,
    message: `The service answered ${status}`,
    retryable,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    details: { status, body: text.slice(0, 500) },
  });
}

/** The answer's text, at most {@link maxAnswer} characters of it: what is longer is refused before it is all read. */
async function readText(prefix: string, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > maxAnswer)
      throw new ActionError({
        code: `${prefix}.answer-invalid`,
        message: `The answer is longer than ${maxAnswer} characters`,
        retryable: false,
      });
  }
  return text + decoder.decode();
}

function parse(prefix: string, status: number, text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    const message = `The service answered ${status} with what is no JSON`;
    throw new ActionError({ code: `${prefix}.answer-invalid`, message, retryable: isTransient(status) });
  }
}

const isReady = (body: unknown): body is string | URLSearchParams =>
  typeof body === "string" || body instanceof URLSearchParams;

function toInit({ method, headers = {}, body }: JsonRequest): RequestInit {
  if (body === undefined)
    return { method: method ?? "GET", headers: { accept: "application/json", ...headers } };
  const type = isReady(body) ? {} : { "content-type": "application/json" };
  return {
    method: method ?? "POST",
    headers: { accept: "application/json", ...type, ...headers },
    body: isReady(body) ? body : JSON.stringify(body),
  };
}

/**
 * Asks and reads the answer.
 * @throws ActionError `<prefix>.status` (408, 425, 429 and 5xx are worth another try, not before `Retry-After`),
 * `<prefix>.answer-invalid`, `http.network`, `http.host-undeclared`.
 */
export async function requestJson(http: ActionFetch, request: JsonRequest): Promise<JsonAnswer> {
  const { prefix, accept = [] } = request;
  const response = await http(request.url, toInit(request));
  const text = await readText(prefix, response);
  if (!response.ok && !accept.includes(response.status)) throw statusError(prefix, response, text);
  return { status: response.status, body: parse(prefix, response.status, text) };
}
