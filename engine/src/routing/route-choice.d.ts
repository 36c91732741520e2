/** Which route a ticket takes: the first whose condition holds, campaign routes before the policy's own. */
import type { FactId, Facts } from "../rules/evaluation.ts";
import type { RoutingModel } from "./model.ts";
import type { CompiledRoute, RouteTrace } from "./routes.ts";
/** The first route that holds; the fallback when none does. A fact that is not there is `undefined`. */
export declare const firstRoute: (model: RoutingModel, facts: Facts, now: number) => CompiledRoute;
/** The fetched facts that the choice may still depend on; empty when it can be made. */
export declare function factsNeeded(model: RoutingModel, facts: Facts, now: number): readonly FactId[];
/** Every route that was looked at, the chosen one last; routes after it were not asked. */
export declare function traceRoutes(model: RoutingModel, facts: Facts, now: number): readonly RouteTrace[];
