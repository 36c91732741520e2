/** routing: routes and their steps, pools, and everybody they name. */
import {
  type Pool,
  type Problem,
  problem,
  type Route,
  type RoutingStep,
  type SluiceDocument,
} from "@sluice/schemas";
import { reservedRoutes } from "../routing/model.ts";
import type { CheckContext } from "./check-context.ts";
import { checkDuplicates } from "./duplicates.ts";
import { at } from "./pointer.ts";
import { checkReference } from "./references.ts";
import { checkSpan } from "./wall-clock.ts";

/** The pools of the policy that a route belongs to. */
export type Pools = Readonly<Record<string, Pool>>;

/** A group that routing names; `routing.unknown-group` when nobody has founded it. */
export const checkGroup = (group: string, path: string, { options }: CheckContext): Problem[] =>
  options.people.groups.some(({ key }) => key === group)
    ? []
    : [problem(path, "routing.unknown-group", { group })];

const checkPool = (pool: string, path: string, pools: Pools): Problem[] =>
  Object.hasOwn(pools, pool) ? [] : [problem(path, "routing.unknown-pool", { pool })];

function checkStrategy(strategy: string | undefined, path: string, { strategies }: CheckContext): Problem[] {
  if (strategy === undefined || strategies.has(strategy)) return [];
  return [problem(path, "routing.unknown-strategy", { strategy })];
}

function checkStep(step: RoutingStep, path: string, pools: Pools, context: CheckContext): Problem[] {
  if ("pool" in step) return checkPool(step.pool, at(path, "pool"), pools);
  if ("sticky" in step) return checkSpan(step.sticky, at(path, "sticky"));
  return [
    ...checkGroup(step.group, at(path, "group"), context),
    ...checkStrategy(step.strategy, at(path, "strategy"), context),
    ...(step.skills ?? []).flatMap(({ skill }, index) =>
      checkReference("skill", skill, at(path, "skills", index, "skill"), context),
    ),
    ...checkSpan(step.timeout, at(path, "timeout")),
  ];
}

const checkRoute = (route: Route, path: string, pools: Pools, context: CheckContext): Problem[] => [
  ...(reservedRoutes.has(route.id)
    ? [problem(at(path, "id"), "routing.reserved-route", { route: route.id })]
    : []),
  ...context.conditions(route.when, at(path, "when"), "routing"),
  ...route.steps.flatMap((step, index) => checkStep(step, at(path, "steps", index), pools, context)),
];

/** Routes of a policy, or those that a campaign puts before it. */
export const checkRoutes = (
  routes: readonly Route[],
  path: string,
  pools: Pools,
  context: CheckContext,
): Problem[] => [
  ...checkDuplicates(routes, path),
  ...routes.flatMap((route, index) => checkRoute(route, at(path, index), pools, context)),
];

const checkPoolSpec = (pool: Pool, path: string, context: CheckContext): Problem[] => [
  ...(pool.groups ?? []).flatMap((group, index) =>
    group === "*" ? [] : checkGroup(group, at(path, "groups", index), context),
  ),
  ...checkSpan(pool.warnAfter, at(path, "warnAfter")),
  ...checkSpan(pool.escalateAfter, at(path, "escalateAfter")),
  ...checkSpan(pool.claimTimeout, at(path, "claimTimeout")),
];

/** Everything that keeps a routing policy from being published. */
export const checkRouting = ({ spec }: SluiceDocument<"routing">, context: CheckContext): Problem[] => [
  ...checkSpan(spec.onOffline?.after, "/spec/onOffline/after"),
  ...checkRoutes(spec.routes, "/spec/routes", spec.pools, context),
  ...checkPool(spec.fallback.pool, "/spec/fallback/pool", spec.pools),
  ...Object.entries(spec.pools).flatMap(([key, pool]) =>
    checkPoolSpec(pool, at("/spec/pools", key), context),
  ),
];
