/** routing: routes and their steps, pools, and everybody they name. */
import { problem, } from "@sluice/schemas";
import { checkDuplicates } from "./duplicates.js";
import { at } from "./pointer.js";
import { checkReference } from "./references.js";
import { checkSpan } from "./wall-clock.js";
/** A group that routing names; `routing.unknown-group` when nobody has founded it. */
export const checkGroup = (group, path, { options }) => options.people.groups.some(({ key }) => key === group)
    ? []
    : [problem(path, "routing.unknown-group", { group })];
const checkPool = (pool, path, pools) => Object.hasOwn(pools, pool) ? [] : [problem(path, "routing.unknown-pool", { pool })];
function checkStrategy(strategy, path, { strategies }) {
    if (strategy === undefined || strategies.has(strategy))
        return [];
    return [problem(path, "routing.unknown-strategy", { strategy })];
}
function checkStep(step, path, pools, context) {
    if ("pool" in step)
        return checkPool(step.pool, at(path, "pool"), pools);
    if ("sticky" in step)
        return checkSpan(step.sticky, at(path, "sticky"));
    return [
        ...checkGroup(step.group, at(path, "group"), context),
        ...checkStrategy(step.strategy, at(path, "strategy"), context),
        ...(step.skills ?? []).flatMap(({ skill }, index) => checkReference("skill", skill, at(path, "skills", index, "skill"), context)),
        ...checkSpan(step.timeout, at(path, "timeout")),
    ];
}
const checkRoute = (route, path, pools, context) => [
    ...context.conditions(route.when, at(path, "when"), "routing"),
    ...route.steps.flatMap((step, index) => checkStep(step, at(path, "steps", index), pools, context)),
];
/** Routes of a policy, or those that a campaign puts before it. */
export const checkRoutes = (routes, path, pools, context) => [
    ...checkDuplicates(routes, path),
    ...routes.flatMap((route, index) => checkRoute(route, at(path, index), pools, context)),
];
const checkPoolSpec = (pool, path, context) => [
    ...(pool.groups ?? []).flatMap((group, index) => group === "*" ? [] : checkGroup(group, at(path, "groups", index), context)),
    ...checkSpan(pool.warnAfter, at(path, "warnAfter")),
    ...checkSpan(pool.escalateAfter, at(path, "escalateAfter")),
    ...checkSpan(pool.claimTimeout, at(path, "claimTimeout")),
];
/** Everything that keeps a routing policy from being published. */
export const checkRouting = ({ spec }, context) => [
    ...checkSpan(spec.onOffline?.after, "/spec/onOffline/after"),
    ...checkRoutes(spec.routes, "/spec/routes", spec.pools, context),
    ...checkPool(spec.fallback.pool, "/spec/fallback/pool", spec.pools),
    ...Object.entries(spec.pools).flatMap(([key, pool]) => checkPoolSpec(pool, at("/spec/pools", key), context)),
];
//# sourceMappingURL=routing.js.map