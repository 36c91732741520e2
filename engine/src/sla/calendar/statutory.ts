/**
 * `cn-statutory`: the State Council's yearly holiday arrangement, as the package `chinese-days` records it.
 * Years that are not announced yet have no entries: there the ordinary week applies.
 */
import type { Label } from "@sluice/schemas";
import data from "chinese-days/dist/chinese-days.json" with { type: "json" };

const holidays = new Set(Object.keys(data.holidays));
const makeUpWorkdays = new Set(Object.keys(data.workdays));

/** What a date (`YYYY-MM-DD`) is by the arrangement: closed, worked in place of another day (补班日), or neither. */
export function statutoryDay(date: string): "holiday" | "make-up-workday" | undefined {
  if (makeUpWorkdays.has(date)) return "make-up-workday";
  return holidays.has(date) ? "holiday" : undefined;
}

const years = new Set([...holidays, ...makeUpWorkdays].map((date) => Number(date.slice(0, 4))));

/** Whether the arrangement says anything about dates of a year. */
export const isStatutoryYear = (year: number): boolean => years.has(year);

const nameOf = new Map(
  Object.entries({ ...data.workdays, ...data.holidays }).map(([date, text]) => {
    const [en = "", zh = ""] = text.split(",");
    return [date, { zh, en }] as const;
  }),
);

/** The holiday that a date belongs to, or is worked for; `undefined` for ordinary dates. */
export const statutoryName = (date: string): Label | undefined => nameOf.get(date);

/** The last year with data, for a warning in the designer when a calendar looks beyond it. */
export const statutoryDataUntil: number = Math.max(...[...holidays].map((date) => Number(date.slice(0, 4))));
