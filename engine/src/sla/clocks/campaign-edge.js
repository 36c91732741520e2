import { adopt } from "./reconcile.js";
import { isLive } from "./segments.js";
import { createSession, decisionOf } from "./session.js";
import { dueNow, withRule } from "./transitions.js";
/** The phase's overlays: in force at its start; at its end looked up at the revision that the clock pinned. */
function phaseOverlays(clock, options) {
    const { overlays, campaign, phase, edge, pinned } = options;
    if (edge === "started")
        return overlays.filter((from) => from.campaign === campaign && from.phase === phase);
    const { overlay } = clock;
    if (overlay?.campaign !== campaign || overlay.phase !== phase)
        return [];
    return pinned?.(campaign, phase, overlay.revision) ?? [];
}
/** The overlay of the phase that speaks for this clock. */
const speaking = (clock, scope, options) => phaseOverlays(clock, options)
    .map((from) => scope.policy.overlay(from))
    .find((overlay) => scope.targets.rule(clock.metric, [overlay])?.overlay === overlay.ref);
function move(clock, rule, mode, scope) {
    if (mode === "retarget")
        return adopt(clock, rule, scope);
    const moved = withRule(scope, clock, rule);
    return moved.due > dueNow(clock, scope) ? adopt(clock, rule, scope) : clock;
}
function crossEdge(clock, scope, options) {
    if (!isLive(clock) || clock.metric === "platformDue")
        return clock;
    const overlay = speaking(clock, scope, options);
    const mode = options.edge === "started" ? overlay?.inFlight : overlay?.onEnd;
    if (!overlay || mode === undefined || mode === "keep")
        return clock;
    const inForce = options.overlays.map((from) => scope.policy.overlay(from));
    const rule = scope.targets.rule(clock.metric, inForce);
    if (!rule)
        return clock;
    // At a start a stronger campaign may already speak for the clock: then this one changes nothing.
    if (options.edge === "started" && rule.overlay !== overlay.ref)
        return clock;
    return move(clock, rule, mode, scope);
}
/**
 * Moves open clocks over a phase's edge; the platform's own deadline is never touched.
 * At an end, `pinned` must find the phase that is over: a clock whose phase it does not know keeps its target.
 */
export function campaignEdgeSla(policy, situation, clocks, now, options) {
    const session = createSession(policy, now, { cause: `campaign ${options.edge}`, ...options });
    const targets = policy.targets(situation.facts, situation.priority, now);
    const scope = { ...session, situation, targets, fresh: false };
    const next = clocks.map((clock) => crossEdge(clock, scope, options));
    const isSame = next.every((clock, index) => clock === clocks[index]);
    return { clocks: isSame ? clocks : next, decision: decisionOf(session) };
}
//# sourceMappingURL=campaign-edge.js.map