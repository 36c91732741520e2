/** A routing policy made ready: what every operation reads and none changes. */
import type { RevisionRef, TicketStatus } from "@sluice/schemas";
import type { QueueEntry } from "./load-state.ts";
import type { CompiledGroupStep, CompiledPool, CompiledRoute, CompiledStep, OnOffline } from "./routes.ts";
import { defaultStrategy } from "./strategy-list.ts";
import type { Team } from "./team.ts";

export interface RoutingModel {
  readonly ref: RevisionRef;
  readonly countsAsLoad: readonly TicketStatus[];
  readonly onOffline: OnOffline | null;
  /** Campaign routes first. */
  readonly routes: readonly CompiledRoute[];
  /** The first route of each id. */
  readonly routeById: ReadonlyMap<string, CompiledRoute>;
  readonly fallback: CompiledRoute;
  readonly fallbackPool: string;
  readonly pools: ReadonlyMap<string, CompiledPool>;
  readonly team: Team;
}

/** Where a queue entry stands in a policy. */
export type Place = Pick<QueueEntry, "route" | "step" | "group">;

/** The route of a ticket that somebody moved to a group by hand; in brackets, as no document would name a route. */
export const transferRoute = "(transfer)";

/** The route of a ticket that somebody assigned by hand. */
export const manualRoute = "(manual)";

/** The route of a ticket that went back to its pool. */
export const returnedRoute = "(returned)";

/** The route of a ticket that no route of the policy matches. */
export const fallbackRoute = "fallback";

/** What no policy may call a route of its own: queue entries and decisions keep these names. */
export const reservedRoutes: ReadonlySet<string> = new Set([
  transferRoute,
  manualRoute,
  returnedRoute,
  fallbackRoute,
]);

/** One step for a group, without a limit and with everything at its default. */
export const plainStep = (group: string): CompiledGroupStep => ({
  type: "group",
  group,
  strategy: defaultStrategy,
  skills: [],
  ignoreCapacity: false,
  timeout: null,
});

/** The transfer to a group as a route. */
export const transferTo = (group: string): CompiledRoute => ({
  id: transferRoute,
  name: "",
  campaign: null,
  when: null,
  steps: [plainStep(group)],
});

/** The route of a place; `undefined` when it is gone, for instance with the campaign that brought it. */
export function routeAt(model: RoutingModel, { route, group }: Place): CompiledRoute | undefined {
  if (route === transferRoute && group !== null) return transferTo(group);
  return model.routeById.get(route);
}

/** The group step that an entry waits in; `undefined` when it is no longer there or for another group. */
export function waitingStep(model: RoutingModel, place: Place): CompiledGroupStep | undefined {
  const step: CompiledStep | undefined = routeAt(model, place)?.steps[place.step];
  return step?.type === "group" && step.group === place.group ? step : undefined;
}

export const isSameRevision = (a: RevisionRef, b: RevisionRef): boolean =>
  a.key === b.key && a.revision === b.revision;
