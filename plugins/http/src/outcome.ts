/** Which answers are successes, which failures are worth another try, and when. */
import { type ActionError, isActionError } from "@sluice/plugin-sdk";
import { httpError } from "./errors.ts";

/** True when a status fits one of `2xx`, `404`, … */
export const isExpected = (status: number, expected: readonly string[]): boolean =>
  expected.some((item) => (item.endsWith("xx") ? item[0] === String(status)[0] : item === String(status)));

/** Faults of the moment: request time-out, too early, too many requests, and the server's own. */
const isTransient = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status);

/** Milliseconds until the time that `Retry-After` names (seconds or an HTTP date, RFC 9110); at most a day. */
function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(86_400_000, Math.max(0, wait)) : undefined;
}

/** The failure for an answer that was not expected. */
export function statusError(status: number, headers: Record<string, string>, body: unknown): ActionError {
  const wait = isTransient(status) ? retryAfterMs(headers["retry-after"], Date.now()) : undefined;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return httpError("http.status", `The service answered ${status}`, {
    retryable: isTransient(status),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    details: { status, body: text.slice(0, 2_000) },
  });
}

/** What was thrown while connecting, sending or reading, as a declared failure. */
export function networkError(cause: unknown, host: string): ActionError {
  if (isActionError(cause)) return cause;
  const inner = cause instanceof Error ? cause.cause : undefined;
  if (isActionError(inner)) return inner;
  const text = cause instanceof Error ? cause.message : String(cause);
  const { code } = cause as { code?: unknown };
  if (code === "UND_ERR_INVALID_ARG") return httpError("http.header-invalid", text);
  return httpError("http.network", `No complete answer from ${host}: ${text}`, { cause });
}
