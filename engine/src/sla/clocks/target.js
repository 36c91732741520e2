import { clockCalendar, elapsedOf, isOnOneCalendar, pausedOf } from "./segments.js";
export const sameTarget = (a, b) => {
    if (a.type === "open")
        return b.type === "open" && a.ms === b.ms;
    if (a.type === "workingDays")
        return b.type === "workingDays" && a.days === b.days;
    return b.type === "instant" && a.at === b.at;
};
/** The whole target in open ms on the calendar that the clock is on. */
export function targetMs(clock, calendars) {
    const { target, startedAt } = clock;
    if (target.type === "open")
        return target.ms;
    const calendar = clockCalendar(clock, calendars);
    const end = target.type === "instant" ? target.at : calendar.addWorkingDays(startedAt, target.days);
    return calendar.between(startedAt, end);
}
/**
 * When the clock is due if it runs from `at` on: `calendar.add(at, target − elapsed)`.
 * Working days on one calendar keep their local time; pauses move them by the open time paused.
 */
export function dueFrom(clock, at, calendars) {
    const { target, startedAt } = clock;
    if (target.type === "instant")
        return target.at;
    const calendar = clockCalendar(clock, calendars);
    if (target.type === "workingDays" && isOnOneCalendar(clock)) {
        const unpaused = calendar.addWorkingDays(startedAt, target.days);
        const paused = pausedOf(clock, at, calendars);
        return paused > 0 ? calendar.add(unpaused, paused) : unpaused;
    }
    return calendar.add(at, targetMs(clock, calendars) - elapsedOf(clock, at, calendars));
}
//# sourceMappingURL=target.js.map