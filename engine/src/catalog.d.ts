/**
 * The catalog: everything that can be drawn, as plain JSON. The designer makes its palettes and forms from it,
 * and the API answers it, so neither keeps a list of its own.
 */
import type { ActionDefinition, Catalog, FactDefinition, Settings, StrategyDefinition } from "@sluice/schemas";
/** What the house and its plugins add to what is built in. */
export interface CatalogOptions {
    /** Ticket fields, and the channels, shops and categories that facts offer as choices. */
    readonly settings?: Settings;
    readonly actions?: readonly ActionDefinition[];
    readonly pluginFacts?: readonly FactDefinition[];
    readonly strategies?: readonly StrategyDefinition[];
}
/** Everything that documents may name, in the order in which pickers show it. */
export declare function catalog(options?: CatalogOptions): Catalog;
