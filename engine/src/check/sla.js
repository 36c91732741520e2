/** sla: tiers, their targets and calendars, reminders and whom they tell. */
import { problem, } from "@sluice/schemas";
import { checkSla as checkTimes } from "../sla/policy/check-sla.js";
import { checkDuplicates } from "./duplicates.js";
import { at, below } from "./pointer.js";
import { checkReference } from "./references.js";
/** What a deadline of the platform may not be read from; tiers refuse the same. */
const moving = /^(?:time|sla|agent)\./;
function checkPlatformDue(name, path, { facts }) {
    if (name === undefined)
        return [];
    const fact = facts.get(name) ?? facts.get(`ticket.fields.${name}`);
    if (!fact)
        return [problem(path, "condition.unknown-fact", { fact: name })];
    return moving.test(fact.id) ? [problem(path, "condition.fact-not-allowed", { fact: name })] : [];
}
/** Calendars and facts that a table of targets names. */
export const checkTargetReferences = (targets, path, context) => Object.entries(targets ?? {}).flatMap(([priority, cells]) => [
    ...checkReference("calendar", cells.calendar, at(path, priority, "calendar"), context),
    ...checkPlatformDue(cells.platformDue, at(path, priority, "platformDue"), context),
]);
/** True when a tier fills or scales at least one cell. */
function givesSomething({ targets, scale }) {
    const cells = Object.values(targets ?? {}).flatMap((group) => Object.keys(group));
    return cells.some((name) => name !== "calendar") || Object.keys(scale ?? {}).length > 0;
}
const checkTier = (tier, path, context) => [
    ...(givesSomething(tier) ? [] : [problem(path, "sla.empty-tier")]),
    ...context.conditions(tier.when, at(path, "when"), "sla-tier"),
    ...checkTargetReferences(tier.targets, at(path, "targets"), context),
];
const checkNotified = ({ notify }, path, context) => (notify ?? []).flatMap((who, index) => {
    const kind = /^(group|agent):/.exec(who)?.[1];
    if (kind !== "group" && kind !== "agent")
        return [];
    return checkReference(kind, who.slice(kind.length + 1), at(path, "notify", index), context);
});
/** Everything that keeps an SLA policy from being published. */
export function checkSla({ spec }, context) {
    const reminders = spec.reminders ?? [];
    return [
        ...checkReference("calendar", spec.calendar, "/spec/calendar", context),
        ...below("/spec", checkTimes(spec)),
        ...checkDuplicates(spec.tiers, "/spec/tiers"),
        ...spec.tiers.flatMap((tier, index) => checkTier(tier, at("/spec/tiers", index), context)),
        ...checkDuplicates(reminders, "/spec/reminders"),
        ...reminders.flatMap((reminder, index) => checkNotified(reminder, at("/spec/reminders", index), context)),
    ];
}
//# sourceMappingURL=sla.js.map