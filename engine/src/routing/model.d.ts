/** A routing policy made ready: what every operation reads and none changes. */
import type { RevisionRef, TicketStatus } from "@sluice/schemas";
import type { QueueEntry } from "./load-state.ts";
import type { CompiledGroupStep, CompiledPool, CompiledRoute, OnOffline } from "./routes.ts";
import type { Team } from "./team.ts";
export interface RoutingModel {
  readonly ref: RevisionRef;
  readonly countsAsLoad: readonly TicketStatus[];
  readonly onOffline: OnOffline | null;
  /** Campaign routes first. */
  readonly routes: readonly CompiledRoute[];
  readonly fallback: CompiledRoute;
  readonly fallbackPool: string;
  readonly pools: ReadonlyMap<string, CompiledPool>;
  readonly team: Team;
}
/** Where a queue entry stands in a policy. */
export type Place = Pick<QueueEntry, "route" | "step" | "group">;
/** The route of a ticket that somebody moved to a group by hand; in brackets, as no document would name a route. */
export declare const transferRoute = "(transfer)";
/** The route of a ticket that somebody assigned by hand. */
export declare const manualRoute = "(manual)";
/** The route of a ticket that went back to its pool. */
export declare const returnedRoute = "(returned)";
/** One step for a group, without a limit and with everything at its default. */
export declare const plainStep: (group: string) => CompiledGroupStep;
/** The transfer to a group as a route. */
export declare const transferTo: (group: string) => CompiledRoute;
/** The route of a place; `undefined` when it is gone, for instance with the campaign that brought it. */
export declare function routeAt(model: RoutingModel, { route, group }: Place): CompiledRoute | undefined;
/** The group step that an entry waits in; `undefined` when it is no longer there or for another group. */
export declare function waitingStep(model: RoutingModel, place: Place): CompiledGroupStep | undefined;
export declare const isSameRevision: (a: RevisionRef, b: RevisionRef) => boolean;
