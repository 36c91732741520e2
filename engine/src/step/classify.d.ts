import type { Origin } from "../state/events.ts";
import type { Burst } from "./burst.ts";
/** Runs a ruleset on the ticket as it is, records the decision and applies its outcome. */
export declare function classifyTicket(burst: Burst, ruleset: string, origin: Origin | null): void;
/** A customer message classifies again while no human has replied, where the ruleset asks for it. */
export declare function reclassify(burst: Burst, origin: Origin | null): void;
