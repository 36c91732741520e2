/** A clock as a list of segments: each a stretch of time with one calendar, running or not. */
import { calendarOf } from "../policy/calendars.js";
/** Whether it still counts or waits. */
export const isLive = (clock) => clock.state === "running" || clock.state === "paused";
/** The segment it is in, or was in last. */
export function lastSegment(clock) {
    const last = clock.segments.at(-1);
    if (last)
        return last;
    return {
        from: clock.startedAt,
        until: clock.startedAt,
        calendar: { key: "24x7", revision: 0 },
        running: false,
    };
}
const segmentCalendar = (segment, calendars) => calendarOf(calendars, segment.calendar.key, segment.calendar.revision).compiled;
/** The calendar that the clock is on now. */
export const clockCalendar = (clock, calendars) => segmentCalendar(lastSegment(clock), calendars);
const openOf = (segment, at, calendars) => {
    const until = Math.min(segment.until ?? at, at);
    return until > segment.from ? segmentCalendar(segment, calendars).between(segment.from, until) : 0;
};
const sum = (clock, running, at, calendars) => clock.segments.reduce((total, segment) => (segment.running === running ? total + openOf(segment, at, calendars) : total), 0);
/** Open ms that have counted by `at`: those of the running segments, each on its own calendar. */
export const elapsedOf = (clock, at, calendars) => sum(clock, true, at, calendars);
/** Open ms that pauses took by `at`. */
export const pausedOf = (clock, at, calendars) => sum(clock, false, at, calendars);
/** Whether the clock has been on one calendar all its life. */
export function isOnOneCalendar(clock) {
    const { key, revision } = lastSegment(clock).calendar;
    return clock.segments.every(({ calendar }) => calendar.key === key && calendar.revision === revision);
}
/**
 * The instant at which `ms` open ms had counted, or will have if the clock runs on; only what counts from
 * `after` on is looked at. `null` when it stands still before that.
 */
export function instantAtElapsed(clock, ms, calendars, after = Number.NEGATIVE_INFINITY) {
    let left = ms;
    for (const segment of clock.segments) {
        const from = Math.max(segment.from, after);
        if (!segment.running || (segment.until !== null && segment.until < from))
            continue;
        const calendar = segmentCalendar(segment, calendars);
        const open = segment.until === null ? Number.POSITIVE_INFINITY : calendar.between(from, segment.until);
        if (open >= left)
            return calendar.add(from, left);
        left -= open;
    }
    return null;
}
/**
 * Ends the current segment at `at` and begins another; one that lasted no time leaves no trace.
 * Segments never overlap: where the clock on the wall was set back, the new one begins where the last one did.
 */
export function nextSegmentAt(clock, at, next) {
    const { running, calendar, reason } = next;
    const last = lastSegment(clock);
    const begun = {
        from: Math.max(at, last.until ?? last.from),
        until: null,
        calendar,
        running,
        ...(reason === undefined ? {} : { reason }),
    };
    return [...closedAt(clock, at), begun];
}
/** The segments with the last one ended at `at`. */
export function closedAt(clock, at) {
    const last = lastSegment(clock);
    const before = clock.segments.slice(0, -1);
    if (last.until !== null)
        return clock.segments;
    return at > last.from ? [...before, { ...last, until: at }] : before;
}
/** When the present pause began, statuses that follow one another taken as one; `null` while running. */
export function pausedSince(clock) {
    const first = clock.segments.findLastIndex(({ running, reason }) => running || reason === "resolved") + 1;
    return clock.segments[first]?.from ?? null;
}
//# sourceMappingURL=segments.js.map