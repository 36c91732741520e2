/** Spans and instants of request bodies: what the formats let through and no clock can hold is refused here. */
import { durationMs } from "@sluice/plugin-sdk";
import { problem } from "@sluice/schemas";
import { AppError } from "../errors.ts";

/** The longest span that a request may name: a hundred years, in ms. */
const longestMs = 36_525 * 86_400_000;

const refuse = (problems: readonly ReturnType<typeof problem>[]): AppError =>
  new AppError("request.invalid", { errors: problems });

/** Milliseconds of an ISO 8601 duration at `path` of the body; zero is a length too. Throws `request.invalid`. */
export function spanMs(text: string, path: string): number {
  const ms = /[1-9]/.test(text) ? durationMs(text) : 0;
  if (ms <= longestMs) return ms;
  throw refuse([problem(path, "schema.range", { limit: "P36525D" })]);
}

/** Epoch ms of an ISO 8601 instant at `path` of the body. Throws `request.invalid` for 31 February. */
export function instantMs(text: string, path: string): number {
  const at = Date.parse(text);
  const isReal = Number.isFinite(at) && isCalendarDate(text.slice(0, 10));
  if (isReal) return at;
  throw refuse([problem(path, "schema.pattern")]);
}

/** `Date.parse` takes 30 February for 2 March; no calendar does. */
function isCalendarDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date);
}
