/** campaign: its windows, and what each phase lays over policies, rulesets, routes and groups. */
import { problem, } from "@sluice/schemas";
import { checkOverlayTargets } from "../sla/policy/check-sla.js";
import { checkRules } from "./classification.js";
import { checkDuplicates } from "./duplicates.js";
import { at } from "./pointer.js";
import { checkReference } from "./references.js";
import { checkGroup, checkRoutes } from "./routing.js";
import { checkTargetReferences } from "./sla.js";
import { checkWindow, readInstant } from "./window.js";
/** The platform's own deadline is nobody's to move, not even a campaign's. */
const checkUntouched = ({ targets }, path) => Object.entries(targets ?? {})
    .filter(([, cells]) => cells.platformDue !== undefined)
    .map(([priority]) => problem(at(path, "targets", priority, "platformDue"), "campaign.platform-due"));
const checkSlaOverlay = (overlay, path, context) => [
    ...checkReference("sla", overlay.policy, at(path, "policy"), context),
    ...context.conditions(overlay.when, at(path, "when"), "sla-tier"),
    ...checkReference("calendar", overlay.calendar, at(path, "calendar"), context),
    ...checkOverlayTargets(overlay.targets, at(path, "targets")),
    ...checkTargetReferences(overlay.targets, at(path, "targets"), context),
    ...checkUntouched(overlay, path),
];
const checkRuleOverlay = (overlay, path, context) => [
    ...checkReference("classification", overlay.ruleset, at(path, "ruleset"), context),
    ...checkRules(overlay.prepend, at(path, "prepend"), context),
];
function checkMembers({ members }, path, context) {
    return Object.entries(members ?? {}).flatMap(([group, agents]) => [
        ...checkGroup(group, at(path, "members", group), context),
        ...agents.flatMap((agent, index) => checkReference("agent", agent, at(path, "members", group, index), context)),
    ]);
}
/** Prepended routes use the pools of the policy they are put before; without it there are none to judge by. */
function checkRoutingOverlay(overlay, path, context) {
    const pools = context.find("routing", overlay.policy)?.spec.pools;
    return [
        ...checkReference("routing", overlay.policy, at(path, "policy"), context),
        ...(pools ? checkRoutes(overlay.prepend ?? [], at(path, "prepend"), pools, context) : []),
        ...Object.keys(overlay.capacity ?? {}).flatMap((group) => checkGroup(group, at(path, "capacity", group), context)),
        ...checkMembers(overlay, path, context),
    ];
}
const checkPhase = (phase, path, context) => [
    ...(phase.sla ?? []).flatMap((overlay, index) => checkSlaOverlay(overlay, at(path, "sla", index), context)),
    ...(phase.classification ?? []).flatMap((overlay, index) => checkRuleOverlay(overlay, at(path, "classification", index), context)),
    ...(phase.routing ?? []).flatMap((overlay, index) => checkRoutingOverlay(overlay, at(path, "routing", index), context)),
    ...(phase.workflows ?? []).flatMap((key, index) => checkReference("workflow", key, at(path, "workflows", index), context)),
];
/** A phase's own window, and that it does not reach out of the campaign's. */
function checkPhaseWindow(phase, path, { spec }) {
    const own = checkWindow(phase, path, ["from", "until"]);
    const [from, until] = [readInstant(spec.from), readInstant(spec.until)];
    if (own.length > 0 || from === undefined || until === undefined)
        return own;
    const early = (readInstant(phase.from) ?? from) < from;
    const late = (readInstant(phase.until) ?? until) > until;
    return [
        ...(early ? [problem(at(path, "from"), "campaign.phase-window")] : []),
        ...(late ? [problem(at(path, "until"), "campaign.phase-window")] : []),
    ];
}
/** Everything that keeps a campaign from being published. */
export function checkCampaign(document, context) {
    const { spec } = document;
    return [
        ...checkWindow(spec, "/spec", ["from", "until"]),
        ...checkDuplicates(spec.phases, "/spec/phases"),
        ...spec.phases.flatMap((phase, index) => {
            const path = at("/spec/phases", index);
            return [...checkPhaseWindow(phase, path, document), ...checkPhase(phase, path, context)];
        }),
    ];
}
//# sourceMappingURL=campaign.js.map