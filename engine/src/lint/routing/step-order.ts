/** Steps behind one that a ticket never leaves, and routes that end without saying where the ticket goes. */
import { type Finding, finding, type Route, type RoutingStep } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { LintRule } from "../rule.ts";

/** A pool keeps the ticket until it is claimed; a group without a timeout until somebody is free. */
const keeps = (step: RoutingStep): boolean =>
  "pool" in step || ("group" in step && step.timeout === undefined);

function checkSteps({ steps }: Route, path: string, pool: string): readonly Finding[] {
  const kept = steps.findIndex(keeps);
  if (kept < 0)
    return [finding("info", at(path, "steps", steps.length - 1), "routing.ends-in-fallback", { pool })];
  return steps.slice(kept + 1).map((_, offset) => {
    const place = at(path, "steps", kept + 1 + offset);
    const fix = removal(place, { zh: "删除这一步", en: "Remove the step" });
    return finding("warning", place, "routing.step-unreachable", {}, fix);
  });
}

export const stepOrder: LintRule<"routing"> = {
  id: "step-order",
  check: ({ spec }) => {
    const { pool } = spec.fallback;
    const name = (Object.hasOwn(spec.pools, pool) ? spec.pools[pool]?.name : undefined) || pool;
    return spec.routes.flatMap((route, index) => checkSteps(route, at("/spec/routes", index), name));
  },
};
