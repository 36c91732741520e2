/**
 * The hours of a day as people type them: `9:00-12:00、13-18`, `22:00-06:00`, `全天`, `休`. Both languages are
 * understood whichever the app speaks.
 */
import type { DayHours } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { calendar as english } from "../../messages/en/calendar.ts";
import { calendar as chinese } from "../../messages/zh-CN/calendar.ts";

const wordsOf = (kind: keyof typeof chinese.words): readonly string[] =>
  [chinese, english].flatMap(({ words }) => words[kind].split(" "));

const closed = new Set(wordsOf("closed"));
const allDay = new Set(wordsOf("allDay"));
const to = wordsOf("to").join("|");
/** Words may stand before the end: `22:00–次日 06:00`. */
const interval = new RegExp(`^(\\d{1,2})(?::?(\\d{2}))?\\s*(?:-|–|—|~|${to})\\D*(\\d{1,2})(?::?(\\d{2}))?$`);

/** Between stretches: a comma (also the Chinese one for lists, U+3001), a semicolon, or the gap before a new one. */
const separator = /\s*[,;\u3001]\s*|\s+(?=\d{1,2}(?::\d{2})?\s*[-–—~])/;

/** Half width and lower case: full-width colons and commas become plain ones. */
const tidy = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

function timeOf(hours: string | undefined, minutes: string | undefined): string | undefined {
  if (hours === undefined) return undefined;
  const time = `${hours.padStart(2, "0")}:${minutes ?? "00"}`;
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : undefined;
}

function intervalOf(text: string): [string, string] | undefined {
  const [, fromHours, fromMinutes, toHours, toMinutes] = interval.exec(text) ?? [];
  const from = timeOf(fromHours, fromMinutes);
  const until = timeOf(toHours, toMinutes);
  return from === undefined || until === undefined ? undefined : [from, until];
}

/** Reads the hours of a day, put in order; `undefined` for a text that is none. Nothing typed = closed. */
export function parseHoursText(typed: string): DayHours | undefined {
  const text = tidy(typed);
  const word = text.replace(/\s+/g, "-");
  if (word === "" || closed.has(word)) return [];
  if (allDay.has(word)) return [["00:00", "24:00"]];
  const parts = text.split(separator).filter((part) => part !== "");
  const intervals = parts.map(intervalOf);
  if (intervals.length === 0 || intervals.some((each) => each === undefined)) return undefined;
  return intervals.flatMap((each) => (each ? [each] : [])).sort(([a], [b]) => a.localeCompare(b));
}

/** The hours in words: `09:00–12:00、13:00–18:00`, `22:00–次日06:00`, `全天`, `休息`. */
export function hoursText(hours: DayHours, t: TFunction): string {
  if (hours.length === 0) return t("calendar.closed");
  if (hours.length === 1 && hours[0]?.[0] === "00:00" && hours[0][1] === "24:00") return t("calendar.allDay");
  return hours
    .map(([from, until]) => (until > from ? `${from}–${until}` : `${from}–${t("calendar.nextDay")} ${until}`))
    .join(t("calendar.join"));
}
