/**
 * `cn-statutory`: the State Council's yearly holiday arrangement, as the package `chinese-days` records it.
 * Years that are not announced yet have no entries: there the ordinary week applies.
 */
import data from "chinese-days/dist/chinese-days.json" with { type: "json" };
const holidays = new Set(Object.keys(data.holidays));
const makeUpWorkdays = new Set(Object.keys(data.workdays));
/** What a date (`YYYY-MM-DD`) is by the arrangement: closed, worked in place of another day (补班日), or neither. */
export function statutoryDay(date) {
    if (makeUpWorkdays.has(date))
        return "make-up-workday";
    return holidays.has(date) ? "holiday" : undefined;
}
/** The last year with data, for a warning in the designer when a calendar looks beyond it. */
export const statutoryDataUntil = Math.max(...[...holidays].map((date) => Number(date.slice(0, 4))));
//# sourceMappingURL=statutory.js.map