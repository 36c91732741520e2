/**
 * `cn-statutory`: the State Council's yearly holiday arrangement. Which days those are is an input, as arrangements
 * change: by default what the package `chinese-days` of this release records.
 * Years that are not announced yet have no entries: there the ordinary week applies.
 */
import type { Holiday, HolidayDays } from "@sluice/schemas";
import data from "chinese-days/dist/chinese-days.json" with { type: "json" };

const toDays = (named: Readonly<Record<string, string>>, kind: Holiday["kind"]): [string, Holiday][] =>
  Object.entries(named).map(([date, text]) => {
    const [en = "", zh = ""] = text.split(",");
    return [date, { kind, name: { zh, en } }];
  });

/** The arrangement that comes with this release; a date that is both is worked. */
export const builtInHolidays: HolidayDays = Object.fromEntries([
  ...toDays(data.holidays, "holiday"),
  ...toDays(data.workdays, "make-up-workday"),
]);

/** The last year that has holidays, for a warning in the designer when a calendar looks beyond it; 0 when none has. */
export const holidaysUntil = (days: HolidayDays): number =>
  Object.keys(days).reduce((last, date) => Math.max(last, Number(date.slice(0, 4))), 0);

/** The last year that this release knows. */
export const statutoryDataUntil: number = holidaysUntil(builtInHolidays);
