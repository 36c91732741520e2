import { type RoutingStrategy } from "../strategy.ts";
/** Fewest tickets; ties: longest since the last assignment, then id. */
export declare const leastLoaded: RoutingStrategy;
