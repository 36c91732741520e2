import { FactsNeeded } from "../../definitions/facts-needed.js";
import { compileConditions } from "../../rules/conditions.js";
import { parseDuration } from "../duration.js";
import { slaMetricKind } from "../metrics/index.js";
import { compileOverlay, layOver } from "./overlay.js";
import { compileReminder } from "./reminders.js";
import { compileTier, resolveCell } from "./tiers.js";
/** Prepares a policy; throws `document.invalid` or `condition.invalid` for what its checks refuse. */
export function compileSla(document, options) {
    const { spec } = document;
    const facts = new Set();
    const holdsOf = (when) => toHolds(when, options, facts);
    const tiers = spec.tiers.map((tier) => compileTier(tier, holdsOf(tier.when)));
    const overlays = new WeakMap();
    const overlay = (from) => {
        const known = overlays.get(from.overlay);
        if (known && known.ref.revision === from.revision && known.ref.phase === from.phase)
            return known;
        const compiled = compileOverlay(from, holdsOf(from.overlay.when));
        overlays.set(from.overlay, compiled);
        return compiled;
    };
    return {
        ref: options.ref,
        stopsOn: spec.stopsOn ?? "human",
        maxPause: spec.maxPause === undefined ? null : parseDuration(spec.maxPause),
        reminders: (spec.reminders ?? []).map(compileReminder),
        calendars: options.calendar,
        facts: [...facts],
        pauseOn: (metric) => pauseOn(spec, metric),
        targets: (ticket, priority, now) => {
            const matching = tiers.filter(({ holds }) => holds(ticket, now));
            return {
                rule: (metric, laid = []) => {
                    const base = resolveCell(matching, metric, priority, ticket, spec.calendar);
                    for (const each of laid) {
                        const over = layOver(each, metric, priority, base, spec.calendar);
                        if (over && each.holds(ticket, now))
                            return over;
                    }
                    return base;
                },
            };
        },
        overlay,
    };
}
function pauseOn(spec, metric) {
    const kind = slaMetricKind(metric);
    if (!kind.adjustable || metric === "platformDue")
        return [];
    return spec.pauseOn?.[metric] ?? kind.pauseOn;
}
/** No `when` holds always. Facts that plugins fetch are asked for only if the outcome depends on them. */
function toHolds(when, options, facts) {
    if (when === undefined)
        return () => true;
    const compiled = compileConditions(when, options);
    for (const fact of compiled.facts)
        facts.add(fact);
    const isFetched = options.fetched;
    if (!isFetched || !compiled.facts.some((fact) => isFetched(fact)))
        return (ticket, now) => compiled.test(ticket, { now });
    return (ticket, now) => {
        const answer = compiled.evaluate(ticket, { now });
        if (typeof answer === "boolean")
            return answer;
        throw new FactsNeeded(answer.needs);
    };
}
//# sourceMappingURL=policy.js.map