/** All clocks of a ticket brought in line with it, metric by metric. */
import { slaMetrics } from "@sluice/schemas";
import { reconcileMetric } from "./reconcile.js";
import { createSession, decisionOf } from "./session.js";
/** New clocks and what changed; with `fresh`, calendars follow to their live revisions. */
export function bringInLine({ policy, situation, clocks, now, options }, fresh) {
    const session = createSession(policy, now, options);
    const targets = policy.targets(situation.facts, situation.priority, now);
    const scope = { ...session, situation, targets, fresh };
    const next = slaMetrics.flatMap((metric) => reconcileMetric(metric, clocks.filter((clock) => clock.metric === metric), scope));
    const isSame = next.length === clocks.length && next.every((clock) => clocks.includes(clock));
    return { clocks: isSame ? clocks : next, decision: decisionOf(session) };
}
//# sourceMappingURL=bring-in-line.js.map