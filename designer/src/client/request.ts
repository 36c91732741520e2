/** One way to the api: JSON in and out, cookie session, `If-Match`, problem+json errors. */
import { offlineError, toApiError } from "./errors.ts";
import { noteServerDate } from "./server-time.ts";

/** Where the api answers. */
export const apiBase = "/api/v1";

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** An ETag; the write is refused with 412 if the value has moved on. */
  readonly ifMatch?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The request is finished even when the page is left. */
  readonly keepalive?: boolean;
}

/** An answer with the ETag it came under. */
export interface Answer<T> {
  readonly value: T;
  readonly etag: string | null;
}

const isEmpty = (value: QueryValue): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** `?a=1&b=x,y`: empty values are left out, several values of one name are joined by commas. */
export function toSearch(query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (!isEmpty(value)) search.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

function headersOf(options: RequestOptions): Headers {
  const headers = new Headers({ accept: "application/json" });
  if (options.body !== undefined) headers.set("content-type", "application/json");
  if (options.ifMatch !== undefined) headers.set("if-match", options.ifMatch);
  const language = globalThis.document?.documentElement.lang;
  if (language) headers.set("accept-language", language);
  return headers;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  try {
    return await fetch(`${apiBase}${path}${toSearch(options.query)}`, {
      method: options.method ?? "GET",
      headers: headersOf(options),
      credentials: "same-origin",
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw offlineError();
  }
}

/** The body as JSON; an empty or unreadable one is `undefined`. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Sends one request and promises the answer with its ETag.
 * @throws ApiError for every answer outside 2xx and when no answer came.
 */
export async function requestWithTag<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const response = await send(path, options);
  noteServerDate(response.headers.get("date"));
  const body = await bodyOf(response);
  if (!response.ok) {
    throw toApiError(response.status, body, globalThis.document?.documentElement.lang || "zh-CN");
  }
  // The answer's shape is the api's contract; its own tests hold it to `client/types.ts`.
  return { value: body as T, etag: response.headers.get("etag") };
}

/** Like {@link requestWithTag}, for those who do not need the tag. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return (await requestWithTag<T>(path, options)).value;
}
