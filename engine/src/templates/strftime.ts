/**
 * `strftime` over a zoned date: the directives of Liquid's `date` filter, English names, independent of the
 * machine's zone and locale. Flags: `-` no padding, `_` spaces, `0` zeros, `^` upper case; then a width.
 */
import type { Temporal } from "temporal-polyfill";

type Zoned = Temporal.ZonedDateTime;

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const dayName = (at: Zoned) => days[at.dayOfWeek - 1] as string;
const monthName = (at: Zoned) => months[at.month - 1] as string;
const hour12 = (at: Zoned) => at.hour % 12 || 12;
/** Week of the year, weeks beginning on Sunday (0) or Monday (1); days before the first such day are week 0. */
const weekOf = (at: Zoned, first: 0 | 1) =>
  Math.floor((at.dayOfYear + 6 - ((at.dayOfWeek - first + 7) % 7)) / 7);
const ordinal = (n: number) => (n > 10 && n < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th"));

interface Numeric {
  readonly value: (at: Zoned) => number;
  readonly width: number;
  readonly pad: "0" | " ";
}

const number = (value: Numeric["value"], width = 2, pad: Numeric["pad"] = "0"): Numeric => ({
  value,
  width,
  pad,
});

const numeric: Readonly<Record<string, Numeric>> = {
  C: number((at) => Math.floor(at.year / 100)),
  d: number((at) => at.day),
  e: number((at) => at.day, 2, " "),
  H: number((at) => at.hour),
  I: number(hour12),
  j: number((at) => at.dayOfYear, 3),
  k: number((at) => at.hour, 2, " "),
  l: number(hour12, 2, " "),
  L: number((at) => at.millisecond, 3),
  m: number((at) => at.month),
  M: number((at) => at.minute),
  N: number((at) => at.millisecond * 1_000_000 + at.microsecond * 1_000 + at.nanosecond, 9),
  s: number((at) => Math.floor(at.epochMilliseconds / 1000), 1),
  S: number((at) => at.second),
  u: number((at) => at.dayOfWeek, 1),
  U: number((at) => weekOf(at, 0)),
  w: number((at) => at.dayOfWeek % 7, 1),
  W: number((at) => weekOf(at, 1)),
  y: number((at) => at.year % 100),
  Y: number((at) => at.year, 4),
};

const textual: Readonly<Record<string, (at: Zoned) => string>> = {
  a: (at) => dayName(at).slice(0, 3),
  A: dayName,
  b: (at) => monthName(at).slice(0, 3),
  B: monthName,
  h: (at) => monthName(at).slice(0, 3),
  n: () => "\n",
  p: (at) => (at.hour < 12 ? "AM" : "PM"),
  P: (at) => (at.hour < 12 ? "am" : "pm"),
  q: (at) => ordinal(at.day),
  t: () => "\t",
  z: (at) => at.offset.replace(":", ""),
  ":z": (at) => at.offset,
  Z: (at) => at.timeZoneId,
  "%": () => "%",
};

const composed: Readonly<Record<string, string>> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
  v: "%e-%b-%Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

function pad(text: string, flags: string, width: number, fill: string): string {
  if (flags.includes("-")) return text;
  const filler = flags.includes("_") ? " " : flags.includes("0") ? "0" : fill;
  return text.padStart(width, filler);
}

function directive(at: Zoned, flags: string, width: number | undefined, name: string): string | undefined {
  const counted = numeric[name];
  if (counted) return pad(String(counted.value(at)), flags, width ?? counted.width, counted.pad);
  const pattern = composed[name];
  const text = pattern === undefined ? textual[name]?.(at) : strftime(at, pattern);
  return text === undefined
    ? undefined
    : pad(flags.includes("^") ? text.toUpperCase() : text, flags, width ?? 0, " ");
}

/** Formats; a directive that is not known stays as it is written. Width is at most 99. */
export function strftime(at: Zoned, format: string): string {
  return format.replace(
    /%([-_0^]*)(\d{1,2})?(:z|[A-Za-z%])/g,
    (whole, flags: string, width: string | undefined, name: string) =>
      directive(at, flags, width === undefined ? undefined : Number(width), name) ?? whole,
  );
}
