/** Which route a ticket takes: the first whose condition holds, campaign routes before the policy's own. */
import type { FactId, Facts } from "../rules/evaluation.ts";
import type { RoutingModel } from "./model.ts";
import type { CompiledRoute, RouteTrace } from "./routes.ts";

/** The first route that holds; the fallback when none does. A fact that is not there is `undefined`. */
export const firstRoute = (model: RoutingModel, facts: Facts, now: number): CompiledRoute =>
  model.routes.find(({ when }) => when === null || when.test(facts, { now })) ?? model.fallback;

/** The fetched facts that the choice may still depend on; empty when it can be made. */
export function factsNeeded(model: RoutingModel, facts: Facts, now: number): readonly FactId[] {
  const needs = new Set<FactId>();
  for (const { when } of model.routes) {
    const result = when === null || when.evaluate(facts, { now });
    if (result === true) break;
    if (result !== false) for (const fact of result.needs) needs.add(fact);
  }
  return [...needs];
}

/** Every route that was looked at, the chosen one last; routes after it were not asked. */
export function traceRoutes(model: RoutingModel, facts: Facts, now: number): readonly RouteTrace[] {
  const traces: RouteTrace[] = [];
  for (const { id, name, campaign, when } of [...model.routes, model.fallback]) {
    const trace = when?.explain(facts, { now }) ?? null;
    const result = trace?.result ?? true;
    traces.push({ route: id, name, campaign, result, trace });
    if (result === true) break;
  }
  return traces;
}
