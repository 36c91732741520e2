/** Commands on the lanes: routes are asked from the top, the first one that matches takes the ticket. */
import type { Condition, Route } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal } from "../command.ts";
import { plainOf, type RoutingDocument, refuseMissingRoute, routeOf } from "./routes.ts";
import { isPoolStep } from "./steps.ts";

type RoutingCommand = Command<"routing">;

function refuseNew({ spec }: RoutingDocument, route: Route): Refusal | undefined {
  if (routeOf(spec, route.id)) return { reason: { key: "routing.refusals.sameRoute" }, path: "/spec/routes" };
  const missing = route.steps.find((step) => isPoolStep(step) && !Object.hasOwn(spec.pools, step.pool));
  return missing && { reason: { key: "routing.refusals.noPool" }, path: "/spec/pools" };
}

/** Adds a route before the place `at`. */
export const addRoute = (route: Route, at: number): RoutingCommand => ({
  label: { key: "routing.commands.addRoute" },
  refuse: (document) => refuseNew(document, route),
  apply(draft) {
    draft.spec.routes.splice(at, 0, structuredClone(route) as Draft<Route>);
  },
});

/** Puts a copy with a new id and name right below the route. */
export const duplicateRoute = (id: string, copy: { id: string; name: string }): RoutingCommand => ({
  label: { key: "routing.commands.duplicateRoute" },
  refuse: (document) => {
    const route = routeOf(document.spec, id);
    return route ? refuseNew(document, { ...route, ...copy }) : refuseMissingRoute(document, id);
  },
  apply({ spec }) {
    const at = spec.routes.findIndex((route) => route.id === id);
    const route = spec.routes[at];
    if (route) spec.routes.splice(at + 1, 0, { ...plainOf(route), ...copy });
  },
});

/** Moves a route to the place `to`. */
export const moveRoute = (id: string, to: number): RoutingCommand => ({
  label: { key: "routing.commands.moveRoute" },
  refuse: (document) => refuseMissingRoute(document, id),
  apply({ spec }) {
    const [route] = spec.routes.splice(
      spec.routes.findIndex((each) => each.id === id),
      1,
    );
    if (route) spec.routes.splice(to, 0, route);
  },
});

/** Takes a route away with its steps; tickets that were its go on to the routes below it. */
export const removeRoute = (id: string): RoutingCommand => ({
  label: { key: "routing.commands.removeRoute" },
  refuse: (document) => refuseMissingRoute(document, id),
  apply({ spec }) {
    spec.routes = spec.routes.filter((route) => route.id !== id);
  },
});

/** Renames a route; typing is one step. */
export const renameRoute = (id: string, name: string): RoutingCommand => ({
  label: { key: "routing.commands.renameRoute" },
  mergeKey: `route ${id} name`,
  refuse: (document) => refuseMissingRoute(document, id),
  apply({ spec }) {
    const route = routeOf(spec, id);
    if (route) route.name = name;
  },
});

/** Says which tickets a route is for; `undefined` = all. */
export const setRouteWhen = (id: string, when: Condition | undefined): RoutingCommand => ({
  label: { key: "routing.commands.setRouteWhen" },
  mergeKey: `route ${id} when`,
  refuse: (document) => refuseMissingRoute(document, id),
  apply({ spec }) {
    const route = routeOf(spec, id);
    if (!route) return;
    if (when === undefined) delete route.when;
    else route.when = structuredClone(when) as Draft<Condition>;
  },
});
