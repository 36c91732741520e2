/** Every built-in strategy, in the order in which pickers show them. A test compares the list with the folder. */
import { leastLoaded } from "./strategies/least-loaded.ts";
import { roundRobin } from "./strategies/round-robin.ts";
import { skillMatch } from "./strategies/skill-match.ts";
import { weighted } from "./strategies/weighted.ts";
import type { RoutingStrategy } from "./strategy.ts";

export const builtInStrategies: readonly RoutingStrategy[] = [leastLoaded, roundRobin, weighted, skillMatch];

/** What a step uses that names none, or one that is no longer there. */
export const defaultStrategy: RoutingStrategy = leastLoaded;
