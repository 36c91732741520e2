import { EngineError } from "../errors.js";
import { dayHours } from "./calendar/day-hours.js";
import { calendarYears, neverDue, Timeline } from "./calendar/timeline.js";
import { addWorkingDays } from "./calendar/working-days.js";
import { createZone, isTimeZone } from "./calendar/zone.js";
export { calendarYears, neverDue };
const allDay = [["00:00", "24:00"]];
/** The built-in calendar `24x7`. */
export const calendar24x7 = {
    timezone: "UTC",
    hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
};
/** The key under which `calendar24x7` can be referred to everywhere. */
export const calendar24x7Key = "24x7";
const yearMs = 366 * 86_400_000;
/** Looks a year ahead, then ten: hours that go on for longer have no close worth the search. */
function closeOf(timeline, at) {
    const opening = timeline.lastAt(timeline.position(at));
    for (const horizon of [opening + yearMs, opening + 10 * yearMs]) {
        const [interval] = timeline.intervals(opening, horizon);
        if (interval && interval[1] < horizon)
            return interval[1];
    }
    return neverDue;
}
/**
 * Prepares a calendar. Years are built when first asked for and kept, so keep the result.
 * Throws `calendar.invalid` for a zone that is not known; everything else `checkCalendar` refuses is tolerated:
 * overlaps are united, impossible dates never come.
 */
export function compileCalendar(spec) {
    if (!isTimeZone(spec.timezone))
        throw new EngineError("calendar.invalid", `unknown time zone ${spec.timezone}`, {
            timezone: spec.timezone,
        });
    const zone = createZone(spec.timezone);
    const hoursOf = dayHours(spec);
    const timeline = new Timeline(hoursOf, zone);
    const subtract = (from, ms) => {
        if (ms < 0)
            return timeline.firstAt(timeline.position(from) - Math.round(ms));
        return ms > 0 ? timeline.lastAt(timeline.position(from) - Math.round(ms)) : from;
    };
    return {
        timezone: spec.timezone,
        add: (from, ms) => ms > 0 ? timeline.firstAt(timeline.position(from) + Math.round(ms)) : subtract(from, -ms),
        subtract,
        between: (from, to) => timeline.position(to) - timeline.position(from),
        addWorkingDays: (from, n) => addWorkingDays(from, n, { timeline, zone, hoursOf }),
        isOpen: (at) => timeline.isOpen(at),
        nextOpening: (at) => timeline.lastAt(timeline.position(at)),
        closeOf: (at) => closeOf(timeline, at),
        segments: (from, to) => [...timeline.intervals(from, to)],
    };
}
//# sourceMappingURL=calendar.js.map