/** The hours of each date in wall minutes, by precedence: `dates`, `annualDates`, `include`, `hours`. */
import { weekdays } from "@sluice/schemas";
import { statutoryDay } from "./statutory.js";
export const dayMs = 86_400_000;
const dayMinutes = 1440;
const none = [];
const toMinutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** Reads the intervals of one day, in order; an end that is not after its start is on the next day. */
export function toIntervals(hours) {
    if (!hours || hours.length === 0)
        return none;
    const read = hours.map(([from, to]) => {
        const open = toMinutes(from);
        const close = toMinutes(to);
        return [open, close > open ? close : close + dayMinutes];
    });
    return read.sort((a, b) => a[0] - b[0]);
}
/** `YYYY-MM-DD` of a date. */
const dateOf = (day) => new Date(day * dayMs).toISOString().slice(0, 10);
const table = (days) => new Map(Object.entries(days ?? {}).map(([date, { hours }]) => [date, toIntervals(hours)]));
/** Answers the hours of any date; built once per calendar. */
export function dayHours(spec) {
    const dates = table(spec.dates);
    const annual = table(spec.annualDates);
    const week = weekdays.map((weekday) => toIntervals(spec.hours[weekday]));
    // 1970-01-01 was a Thursday; dates before it count down.
    const ofWeekday = (day) => week[(((day + 3) % 7) + 7) % 7] ?? none;
    const statutory = spec.include?.includes("cn-statutory") ?? false;
    if (dates.size === 0 && annual.size === 0 && !statutory)
        return ofWeekday;
    return (day) => {
        const date = dateOf(day);
        const special = dates.get(date) ?? annual.get(date.slice(5));
        if (special)
            return special;
        const kind = statutory ? statutoryDay(date) : undefined;
        if (kind === "holiday")
            return none;
        return kind === "make-up-workday" ? (week[0] ?? none) : ofWeekday(day);
    };
}
//# sourceMappingURL=day-hours.js.map