/**
 * Lengths of time as people type them (30分, 1.5小时, 两个半小时, "2 hours", 3个工作日, PT30M) → ISO 8601, and
 * back into words. Both languages are understood whichever the app speaks; the words stand in the messages.
 *
 * What a day is depends on the place: working days (SLA targets, which cannot be mixed with hours), elapsed
 * days of 24 hours, or not allowed at all.
 */
import type { TFunction } from "i18next";
import { formatTarget } from "../format/duration.ts";
import { fields as english } from "../messages/en/fields.ts";
import { fields as chinese } from "../messages/zh-CN/fields.ts";
import { type DurationParts, readIsoDuration, writeIsoDuration } from "./iso-duration.ts";

/** What `P1D` means in a place. */
export type DayMeaning = "working" | "elapsed" | "none";

export type DurationFault = keyof typeof chinese.duration.fault;

export type DurationReading =
  | { readonly ok: true; readonly iso: string }
  | { readonly ok: false; readonly fault: DurationFault; readonly n?: string };

const units = ["second", "minute", "hour", "day", "week"] as const;
type Unit = (typeof units)[number];

const lengths: Readonly<Record<Exclude<Unit, "day" | "week">, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
};

const words = [chinese.durationWords, english.durationWords];
const unitOf = new Map<string, Unit>(
  units.flatMap((unit) =>
    words.flatMap((language) => language[unit].split(" ").map((word) => [word, unit] as const)),
  ),
);
const halves = words.flatMap(({ half }) => half.split(" "));

const alternatives = (list: readonly string[]): string =>
  [...list].sort((a, b) => b.length - a.length).join("|");

const { digits, ten, two, measure } = chinese.durationWords;
const half = alternatives(halves);
const number = `\\d+(?:\\.\\d+)?|[${digits}${ten}${two}]+`;
/** `2小时`, `一个半小时`, `半小时`, `2小时半`; a Latin unit ends where its letters end. */
const item = new RegExp(
  `(?<number>${number})?\\s*(?:${measure}?(?<half>${half}))?[\\s-]*(?<unit>${alternatives([...unitOf.keys()])})(?![a-z])\\s*(?<after>${half})?`,
  "y",
);
const gap = new RegExp(`^(?:\\s|,|${alternatives(words.flatMap(({ and }) => and.split(" ")))})+`);

/** `十二` → 12, `两` → 2, `2.5` → 2.5; tens at most. */
function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digit = (character: string) => (character === two ? 2 : digits.indexOf(character));
  const [tens, ones, ...more] = text.split(ten);
  if (more.length > 0 || tens === undefined) return Number.NaN;
  if (ones === undefined) return [...tens].reduce((sum, character) => sum * 10 + digit(character), 0);
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones));
}

interface Amount {
  readonly unit: Unit;
  readonly n: number;
}

/** The compared form: half width, lower case, one word for each unit of several words. */
const tidy = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/\b(working|business)\s+day/g, "$1-day")
    .replace(/\bhalf\s+(an?)\b/g, "half-$1");

/** The amounts of a text, one after the other; `undefined` when something in it is no amount. */
function amountsOf(text: string): readonly Amount[] | undefined {
  const amounts: Amount[] = [];
  let rest = text;
  while (rest !== "") {
    item.lastIndex = 0;
    const found = item.exec(rest)?.groups;
    const unit = found && unitOf.get(found.unit ?? "");
    if (!found || !unit || (found.number === undefined && found.half === undefined)) return undefined;
    const whole = found.number === undefined ? 0 : numberOf(found.number);
    amounts.push({ unit, n: whole + (found.half ? 0.5 : 0) + (found.after ? 0.5 : 0) });
    rest = rest.slice(item.lastIndex).replace(gap, "");
  }
  return amounts.some(({ n }) => Number.isNaN(n)) ? undefined : amounts;
}

const dayMs = 86_400_000;
const longestDays = 36_525;

function sum(amounts: readonly Amount[]): DurationParts {
  let days = 0;
  let ms = 0;
  for (const { unit, n } of amounts) {
    if (unit === "day") days += n;
    else if (unit === "week") days += n * 7;
    else ms += n * lengths[unit];
  }
  return { days, ms: Math.round(ms) };
}

const fail = (fault: DurationFault): DurationReading => ({ ok: false, fault });

function judge({ days, ms }: DurationParts, meaning: DayMeaning): DurationReading {
  if (days > 0 && meaning === "none") return fail("days");
  if (days > 0 && ms > 0 && meaning === "working") return fail("mixed");
  if (!Number.isInteger(days) && meaning === "working") return fail("fraction");
  if (days + ms / dayMs > longestDays) return fail("long");
  const whole = Math.floor(days);
  const parts = { days: whole, ms: ms + Math.round((days - whole) * dayMs) };
  if (parts.days === 0 && parts.ms === 0) return fail("zero");
  return { ok: true, iso: writeIsoDuration(parts) };
}

/** Reads a length of time; `days` says what a day means in this place. */
export function parseDurationText(text: string, days: DayMeaning = "working"): DurationReading {
  const tidied = tidy(text);
  const iso = readIsoDuration(tidied.toUpperCase());
  if (iso) return judge(iso, days);
  if (/^\d+(?:\.\d+)?$/.test(tidied)) return { ok: false, fault: "unit", n: tidied };
  const amounts = tidied === "" ? undefined : amountsOf(tidied);
  if (amounts === undefined) return fail("unreadable");
  if (days === "working" && amounts.some(({ unit }) => unit === "week")) return fail("week");
  return judge(sum(amounts), days);
}

/** A duration in words that `parseDurationText` understands; what is no whole number of seconds stays ISO. */
export function durationText(iso: string, t: TFunction, days: DayMeaning = "working"): string {
  const parts = readIsoDuration(iso);
  if (parts === undefined || parts.ms % 1000 !== 0) return iso;
  if (days === "working" || parts.days === 0)
    return parts.days > 0 && parts.ms > 0 ? iso : formatTarget(iso, t);
  const said = t("fields.duration.elapsedDay", { n: parts.days });
  return parts.ms === 0 ? said : `${said} ${formatTarget(writeIsoDuration({ days: 0, ms: parts.ms }), t)}`;
}
