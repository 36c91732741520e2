import { shortenTrace } from "./because.js";
import { isActive } from "./classification-rules.js";
function stateOf(rule, now, reached) {
    if (!rule.enabled)
        return "disabled";
    if (!isActive(rule, now))
        return "inactive";
    return reached ? undefined : "not-reached";
}
function traceRule(rule, matched, reached, evaluation, now) {
    const about = {
        id: rule.id,
        name: rule.name,
        ...(rule.campaign === undefined ? {} : { campaign: rule.campaign }),
        gives: rule.then,
    };
    const state = stateOf(rule, now, reached);
    if (state)
        return { ...about, state };
    const condition = shortenTrace(rule.node.explain(evaluation));
    if (condition.result === "unknown")
        return { ...about, state: "unknown", condition };
    return { ...about, state: matched ? "matched" : "not-matched", condition };
}
/** Traces every rule in order. */
export function traceRules(rules, { matched, ender }, evaluation, now) {
    const end = ender ? rules.indexOf(ender) : rules.length;
    return rules.map((rule, index) => traceRule(rule, matched.has(rule), index <= end, evaluation, now));
}
//# sourceMappingURL=classification-trace.js.map