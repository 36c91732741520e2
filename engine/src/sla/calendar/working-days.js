/**
 * `PnD`: a number of working days. Source: documents.md, section sla.
 *
 * The start moves to the next opening; the result is the same local time n open dates later. Where that date's
 * hours do not hold that time, the result is what the people there would take it for: after the last close, the
 * close; before the first opening or in a break, the opening that follows. So a start at 08:00 on a day that
 * opens at 08:00 is due at 10:00 on a day that opens at 10:00, never before anybody is at work.
 * A night shift belongs to the date it starts on: 02:00 in Friday's shift is Friday, 26:00.
 */
import { dayMs } from "./day-hours.js";
import { neverDue } from "./timeline.js";
import { intervalsOf } from "./year-block.js";
/** The date whose shift an open instant belongs to, and the wall time since that date's midnight. */
function workingDate(at, { zone, hoursOf }) {
    const wall = zone.toWall(at);
    const today = Math.floor(wall / dayMs);
    for (const day of [today, today - 1, today - 2]) {
        const hours = intervalsOf(day, hoursOf(day), zone);
        if (hours.some(([open, close]) => open <= at && at < close))
            return { day, wall: wall - day * dayMs };
    }
    return { day: today, wall: wall - today * dayMs };
}
/** The instant within a date's hours that stands for a local time. */
function within(hours, at) {
    const next = hours.find(([, close]) => at <= close);
    return next ? Math.max(next[0], at) : (hours.at(-1)?.[1] ?? at);
}
/** The instant n working days after `from`; before it for a negative n; the next opening for 0. */
export function addWorkingDays(from, n, context) {
    const { timeline, zone, hoursOf } = context;
    const start = timeline.lastAt(timeline.position(from));
    if (start === neverDue || !(Math.abs(n) >= 1))
        return start;
    const { day, wall } = workingDate(start, context);
    const target = timeline.openDay(day, Math.trunc(n));
    if (target === undefined)
        return n > 0 ? neverDue : from;
    return within(intervalsOf(target, hoursOf(target), zone), zone.fromWall(target * dayMs + wall));
}
//# sourceMappingURL=working-days.js.map