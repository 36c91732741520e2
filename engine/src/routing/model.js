import { defaultStrategy } from "./strategy-list.js";
/** The route of a ticket that somebody moved to a group by hand; in brackets, as no document would name a route. */
export const transferRoute = "(transfer)";
/** The route of a ticket that somebody assigned by hand. */
export const manualRoute = "(manual)";
/** The route of a ticket that went back to its pool. */
export const returnedRoute = "(returned)";
/** One step for a group, without a limit and with everything at its default. */
export const plainStep = (group) => ({
  type: "group",
  group,
  strategy: defaultStrategy,
  skills: [],
  ignoreCapacity: false,
  timeout: null,
});
/** The transfer to a group as a route. */
export const transferTo = (group) => ({
  id: transferRoute,
  name: "",
  campaign: null,
  when: null,
  steps: [plainStep(group)],
});
/** The route of a place; `undefined` when it is gone, for instance with the campaign that brought it. */
export function routeAt(model, { route, group }) {
  if (route === transferRoute && group !== null) return transferTo(group);
  return model.routes.find(({ id }) => id === route);
}
/** The group step that an entry waits in; `undefined` when it is no longer there or for another group. */
export function waitingStep(model, place) {
  const step = routeAt(model, place)?.steps[place.step];
  return step?.type === "group" && step.group === place.group ? step : undefined;
}
export const isSameRevision = (a, b) => a.key === b.key && a.revision === b.revision;
//# sourceMappingURL=model.js.map
