/** Steps behind one that a ticket never leaves, and routes that end without saying where the ticket goes. */
import { type Finding, finding, type Route, type RoutingStep } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { fixOf, removal } from "../fixes.ts";
import type { RouteList, RouteListRule } from "../route-lists.ts";

/** A pool keeps the ticket until it is claimed; a group without a timeout until somebody is free. */
const keeps = (step: RoutingStep): boolean =>
  "pool" in step || ("group" in step && step.timeout === undefined);

function endsInFallback({ steps }: Route, path: string, pool: { key: string; name: string }): Finding {
  const fix = fixOf("say-fallback", [{ op: "add", path: at(path, "steps", "-"), value: { pool: pool.key } }]);
  const last = at(path, "steps", steps.length - 1);
  return finding("info", last, "routing.ends-in-fallback", { pool: pool.name }, fix);
}

function checkSteps(route: Route, path: string, pool: RouteList["fallback"]): readonly Finding[] {
  const kept = route.steps.findIndex(keeps);
  if (kept < 0) return pool ? [endsInFallback(route, path, pool)] : [];
  return route.steps.slice(kept + 1).map((_, offset) => {
    const place = at(path, "steps", kept + 1 + offset);
    return finding("warning", place, "routing.step-unreachable", {}, removal(place, "drop-step"));
  });
}

export const stepOrder: RouteListRule = {
  id: "step-order",
  check: ({ routes, path, fallback }) =>
    routes.flatMap((route, index) => checkSteps(route, at(path, index), fallback)),
};
