/** What is wrong with a calendar, found without running it. Source: documents.md, "Refused: …". */
import { problem, weekdays } from "@sluice/schemas";
import { toIntervals } from "./day-hours.js";
import { isTimeZone } from "./zone.js";
const dayMinutes = 1440;
const escapePointer = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");
/** Whether a date exists; 02-29 does, in a leap year or without a year. */
function isDate(year, monthDay) {
    const month = Number(monthDay.slice(0, 2));
    const day = Number(monthDay.slice(3, 5));
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
const place = (hours, path, offset) => (hours ?? []).flatMap((_, index) => toIntervals(hours?.slice(index, index + 1)).map(([open, close]) => ({
    path: `${path}/${index}`,
    interval: [open + offset, close + offset],
})));
/** Marks every interval that begins before an earlier one has ended. */
function overlaps(placed) {
    const problems = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const { path, interval } of [...placed].sort((a, b) => a.interval[0] - b.interval[0])) {
        if (interval[0] < end)
            problems.push(problem(path, "calendar.overlap"));
        end = Math.max(end, interval[1]);
    }
    return problems;
}
/** The week is a circle: Sunday's night shift reaches into Monday. */
function checkWeek(spec) {
    const week = weekdays.flatMap((day, index) => place(spec.hours[day], `/hours/${day}`, index * dayMinutes));
    const again = week.map(({ path, interval: [open, close] }) => {
        const shift = 7 * dayMinutes;
        return { path, interval: [open + shift, close + shift] };
    });
    const found = overlaps([...week, ...again]);
    return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}
/** A special day's own intervals; where a neighbour's night shift reaches into it, the two are simply one. */
function checkDays(spec) {
    const dates = Object.entries(spec.dates ?? {}).flatMap(([date, { hours }]) => {
        const path = `/dates/${escapePointer(date)}`;
        const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && isDate(Number(date.slice(0, 4)), date.slice(5));
        return [
            ...(real ? [] : [problem(path, "calendar.date", { date })]),
            ...overlaps(place(hours, `${path}/hours`, 0)),
        ];
    });
    const annual = Object.entries(spec.annualDates ?? {}).flatMap(([date, { hours }]) => {
        const path = `/annualDates/${escapePointer(date)}`;
        const real = /^\d{2}-\d{2}$/.test(date) && isDate(2024, date);
        return [
            ...(real ? [] : [problem(path, "calendar.date", { date })]),
            ...overlaps(place(hours, `${path}/hours`, 0)),
        ];
    });
    return [...dates, ...annual];
}
/** Open on some date at least: in the week unless annual dates close the whole year, or on a special date that exists. */
function opens(spec) {
    const annual = Object.entries(spec.annualDates ?? {}).filter(([date]) => isDate(2024, date));
    const dated = Object.entries(spec.dates ?? {}).filter(([date]) => isDate(Number(date.slice(0, 4)), date.slice(5)));
    if ([...annual, ...dated].some(([, { hours }]) => hours.length > 0))
        return true;
    return annual.length < 366 && weekdays.some((day) => (spec.hours[day] ?? []).length > 0);
}
/** Every reason to refuse a calendar, each with its JSON pointer into the spec; empty when it is good. */
export function checkCalendar(spec) {
    const zone = isTimeZone(spec.timezone)
        ? []
        : [problem("/timezone", "calendar.timezone", { zone: spec.timezone })];
    const never = opens(spec) ? [] : [problem("/hours", "calendar.never-open")];
    return [...zone, ...checkWeek(spec), ...checkDays(spec), ...never];
}
//# sourceMappingURL=check-calendar.js.map