import { type RoutingStrategy } from "../strategy.ts";
/** Highest summed level in the skills asked for; ties as in `least-loaded`. */
export declare const skillMatch: RoutingStrategy;
