/** Every built-in strategy, in the order in which pickers show them. A test compares the list with the folder. */
import { leastLoaded } from "./strategies/least-loaded.js";
import { roundRobin } from "./strategies/round-robin.js";
import { skillMatch } from "./strategies/skill-match.js";
import { weighted } from "./strategies/weighted.js";
export const builtInStrategies = [leastLoaded, roundRobin, weighted, skillMatch];
/** What a step uses that names none, or one that is no longer there. */
export const defaultStrategy = leastLoaded;
//# sourceMappingURL=strategy-list.js.map
