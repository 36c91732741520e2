import { elapsedOf, lastSegment } from "./segments.js";
export function createSession(policy, now, options) {
    const { calendarOf } = options;
    return { policy: calendarOf ? { ...policy, calendars: calendarOf } : policy, now, options, changes: [] };
}
/** Notes a change of a clock as it is after it, at an instant. */
export function note({ policy, changes }, clock, change, at, more = {}) {
    const { previousDue, reason } = more;
    changes.push({
        clock: clock.id,
        metric: clock.metric,
        change,
        target: clock.target,
        calendar: lastSegment(clock).calendar.key,
        due: clock.due,
        ...(previousDue === undefined ? {} : { previousDue }),
        elapsedMs: elapsedOf(clock, at, policy.calendars),
        tiers: clock.tiers,
        ...(clock.overlay === null ? {} : { overlay: clock.overlay }),
        ...(reason === undefined ? {} : { reason }),
    });
}
/** What the session decided; `null` when nothing changed. */
export const decisionOf = ({ policy, now, changes }) => changes.length === 0 ? null : { kind: "sla", ref: policy.ref, clocks: changes, at: now };
//# sourceMappingURL=session.js.map