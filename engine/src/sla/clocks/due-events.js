import { clockCalendar, instantAtElapsed, lastSegment, pausedSince } from "./segments.js";
import { targetMs } from "./target.js";
/** Where a moment falls on a clock that runs, and whether it is a warning ahead of the due. */
function instantOf(clock, moment, policy) {
    const { calendars } = policy;
    // A broken promise counts from when it was broken, which a retarget may make later than its due.
    const from = clock.breachedAt ?? clock.due;
    switch (moment.type) {
        case "share":
            return instantAtElapsed(clock, Math.round(moment.share * targetMs(clock, calendars)), calendars);
        case "workingDays":
            return clockCalendar(clock, calendars).addWorkingDays(moment.days < 0 ? clock.due : from, moment.days);
        case "open":
            return moment.ms < 0
                ? clockCalendar(clock, calendars).subtract(clock.due, -moment.ms)
                : instantAtElapsed(clock, moment.ms, calendars, from);
    }
}
const isAfterDue = (moment) => moment.type === "open" ? moment.ms >= 0 : moment.type === "workingDays" && moment.days > 0;
/** When a reminder is due: `at`, or `else` where `at` falls at or before the start; `null` when neither fits. */
export function reminderInstant(clock, reminder, policy) {
    for (const moment of [reminder.at, reminder.otherwise]) {
        const at = moment && instantOf(clock, moment, policy);
        if (moment && at !== null && (at > clock.startedAt || isAfterDue(moment)))
            return at;
    }
    return null;
}
/** When the present pause ends by itself; `null` for none, and for what no status causes. */
export function pauseLimit(clock, policy) {
    const since = pausedSince(clock);
    if (clock.state !== "paused" || since === null || policy.maxPause === null)
        return null;
    if ("ms" in policy.maxPause)
        return since + policy.maxPause.ms;
    return clockCalendar(clock, policy.calendars).addWorkingDays(since, policy.maxPause.workingDays);
}
const remindersOf = (clock, policy) => policy.reminders.flatMap((reminder) => {
    if (reminder.metric !== "*" && reminder.metric !== clock.metric)
        return [];
    if (clock.fired.includes(reminder.id))
        return [];
    const at = reminderInstant(clock, reminder, policy);
    return at === null ? [] : [{ at, type: "reminder", reminder }];
});
/** The earliest thing a clock will do by itself; at one instant the breach goes before its reminders. */
export function nextEvent(clock, policy) {
    if (clock.state === "paused") {
        const at = pauseLimit(clock, policy);
        return at === null ? null : { at, type: "pause-end" };
    }
    if (clock.state !== "running" || !lastSegment(clock).running)
        return null;
    const breach = clock.breachedAt === null ? [{ at: clock.due, type: "breach" }] : [];
    return [...breach, ...remindersOf(clock, policy)].reduce((first, event) => (first === null || event.at < first.at ? event : first), null);
}
/** The clock with its `nextAt` worked out anew. */
export const rearmed = (clock, policy) => ({
    ...clock,
    nextAt: nextEvent(clock, policy)?.at ?? null,
});
//# sourceMappingURL=due-events.js.map