/** Where a policy leads to one of its pools. */
import type { RoutingSpec } from "@sluice/schemas";
import { isPoolStep } from "./steps.ts";

/** One place that leads to a pool. */
export interface PoolUse {
  readonly type: "fallback" | "step";
  /** The route's name; empty for the fallback. */
  readonly name: string;
  readonly path: string;
}

/** Every place that leads to the pool; the fallback first. */
export const poolUses = ({ fallback, routes }: RoutingSpec, pool: string): readonly PoolUse[] => [
  ...(fallback.pool === pool ? [{ type: "fallback", name: "", path: "/spec/fallback" } as const] : []),
  ...routes.flatMap(({ id, name, steps }, place) =>
    steps.flatMap((step, at): PoolUse[] =>
      isPoolStep(step) && step.pool === pool
        ? [{ type: "step", name: name || id, path: `/spec/routes/${place}/steps/${at}` }]
        : [],
    ),
  ),
];
