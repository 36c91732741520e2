import { nextEvent, rearmed } from "./due-events.js";
import { createSession, decisionOf } from "./session.js";
import { breachIfDue, endLongPause } from "./transitions.js";
function apply(session, clock, event, fired) {
    if (event.type === "pause-end")
        return endLongPause(session, clock, event.at);
    if (event.type === "breach")
        return breachIfDue(session, clock, event.at);
    const { id, source } = event.reminder;
    fired.push({
        reminder: source,
        metric: clock.metric,
        clock: clock.id,
        cycle: clock.cycle,
        dueAt: event.at,
        lateBy: Math.max(0, session.now - event.at),
        clockDue: clock.due,
    });
    return rearmed({ ...clock, fired: [...clock.fired, id] }, session.policy);
}
/** The clock that acts first, by its stored `nextAt`. */
function firstDue(clocks, now) {
    let first = -1;
    clocks.forEach(({ nextAt }, index) => {
        if (nextAt === null || nextAt > now)
            return;
        if (first < 0 || nextAt < (clocks[first]?.nextAt ?? now))
            first = index;
    });
    return first;
}
/** Does everything that is due at or before `now`. After downtime it catches up in due order and says how late. */
export function advanceSla(policy, _situation, clocks, now, options = {}) {
    const session = createSession(policy, now, options);
    const fired = [];
    const next = [...clocks];
    // Each turn marks a breach, fires a reminder or ends a pause, so it comes to an end.
    for (let index = firstDue(next, now); index >= 0; index = firstDue(next, now)) {
        const clock = next[index];
        if (!clock)
            break;
        const event = nextEvent(clock, session.policy);
        // A stored moment can be stale when the policy's reminders changed: then it is only armed anew.
        next[index] =
            event && event.at <= now ? apply(session, clock, event, fired) : rearmed(clock, session.policy);
    }
    const isSame = next.every((clock, index) => clock === clocks[index]);
    return { clocks: isSame ? clocks : next, fired, decision: decisionOf(session) };
}
//# sourceMappingURL=advance.js.map