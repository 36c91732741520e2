import { type RoutingStrategy } from "../strategy.ts";
/** 饱和度优先: lowest load ÷ capacity; ties as in `least-loaded`. */
export declare const weighted: RoutingStrategy;
