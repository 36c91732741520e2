import { elapsedOf, lastSegment } from "./segments.js";
import { dueFrom, targetMs } from "./target.js";
function stateOf(clock, at) {
    if (clock.state === "cancelled")
        return "cancelled";
    if (clock.state === "stopped")
        return clock.breachedAt === null ? "met" : "missed";
    if (clock.breachedAt !== null || (clock.state === "running" && at >= clock.due))
        return "breached";
    return clock.state;
}
/** The view at an instant; for an ended clock the instant does not matter. The policy says where calendars are. */
export function clockView(clock, { calendars }, at) {
    const until = clock.stoppedAt ?? at;
    const elapsedMs = elapsedOf(clock, until, calendars);
    const isWaiting = clock.state === "paused" && clock.breachedAt === null;
    const { id, metric, cycle, policy, target, tiers, overlay, startedAt, stoppedAt, breachedAt } = clock;
    return {
        ...{ id, metric, cycle, policy, target, tiers, overlay, startedAt, stoppedAt, breachedAt },
        calendar: lastSegment(clock).calendar.key,
        due: isWaiting ? dueFrom(clock, at, calendars) : clock.due,
        elapsedMs,
        remainingMs: targetMs(clock, calendars) - elapsedMs,
        state: stateOf(clock, at),
    };
}
/** The clock of a metric that counts now: its latest cycle. */
export const latestClock = (clocks, metric) => clocks.findLast((clock) => clock.metric === metric);
//# sourceMappingURL=view.js.map