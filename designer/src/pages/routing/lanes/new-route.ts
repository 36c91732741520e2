/** What a new lane begins with: a pool at once, so that nothing is lost while it is being drawn. */
import type { Route, RoutingSpec } from "@sluice/schemas";
import { freshId } from "../../../editor/routing/routes.ts";

export const newRouteId = ({ routes }: RoutingSpec): string =>
  freshId(
    "route",
    routes.map(({ id }) => id),
  );

export const newRoute = (spec: RoutingSpec, name: string): Route => ({
  id: newRouteId(spec),
  name,
  steps: [{ pool: spec.fallback.pool }],
});
