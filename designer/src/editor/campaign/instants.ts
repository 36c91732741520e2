/** Instants of a campaign: read as epoch ms, written with the offset they had. */

/** A stretch of time as documents have it. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** A stretch of time in epoch ms; `until` is not in it. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export const spanOf = ({ from, until }: Window): Span => ({
  from: Date.parse(from),
  until: Date.parse(until),
});

const minute = 60_000;

function offsetMs(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minute;
  return sign === "-" ? -size : size;
}

/** `at` (epoch ms) with the offset of `like`; where it is the same instant, `like` itself. */
export function instantLike(at: number, like: string): string {
  if (Date.parse(like) === at) return like;
  const local = new Date(at + offsetMs(like)).toISOString().replace(/(?:\.000)?Z$/, "");
  return `${local}${/(?:Z|[+-]\d{2}:\d{2})$/.exec(like)?.[0] ?? "Z"}`;
}

/** An instant moved by `ms`. */
export const shifted = (text: string, ms: number): string => instantLike(Date.parse(text) + ms, text);

/** The same wall time a year later where the offset stays the same; 29 February becomes 1 March. */
export function aYearLater(text: string): string {
  const local = new Date(Date.parse(text) + offsetMs(text));
  local.setUTCFullYear(local.getUTCFullYear() + 1);
  return instantLike(local.getTime() - offsetMs(text), text);
}
