/** The facts that depend on the workspace: its own ticket fields, and the choices of channel, shop and category. */
import type { FactDefinition, Settings } from "@sluice/schemas";
/** The built-in facts with the workspace's choices, then one fact for each ticket field. */
export declare function factsOfSettings(settings: Settings): readonly FactDefinition[];
