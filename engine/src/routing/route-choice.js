/** The first route that holds; the fallback when none does. A fact that is not there is `undefined`. */
export const firstRoute = (model, facts, now) =>
  model.routes.find(({ when }) => when === null || when.test(facts, { now })) ?? model.fallback;
/** The fetched facts that the choice may still depend on; empty when it can be made. */
export function factsNeeded(model, facts, now) {
  const needs = new Set();
  for (const { when } of model.routes) {
    const result = when === null || when.evaluate(facts, { now });
    if (result === true) break;
    if (result !== false) for (const fact of result.needs) needs.add(fact);
  }
  return [...needs];
}
/** Every route that was looked at, the chosen one last; routes after it were not asked. */
export function traceRoutes(model, facts, now) {
  const traces = [];
  for (const { id, name, campaign, when } of [...model.routes, model.fallback]) {
    const trace = when?.explain(facts, { now }) ?? null;
    const result = trace?.result ?? true;
    traces.push({ route: id, name, campaign, result, trace });
    if (result === true) break;
  }
  return traces;
}
//# sourceMappingURL=route-choice.js.map
