import { type RoutingStrategy } from "../strategy.ts";
/** The next eligible agent after the one chosen last, in agent order. */
export declare const roundRobin: RoutingStrategy;
