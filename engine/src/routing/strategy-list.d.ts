import type { RoutingStrategy } from "./strategy.ts";
export declare const builtInStrategies: readonly RoutingStrategy[];
/** What a step uses that names none, or one that is no longer there. */
export declare const defaultStrategy: RoutingStrategy;
