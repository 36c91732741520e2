/**
 * Where a node's config names something, found by the `x-widget` of its schema: the form that lets one choose
 * a calendar and the check that the calendar exists read the same word, so a new kind needs no code here.
 */
import type { Json } from "@sluice/schemas";
/** A value under a widget, with its JSON pointer below the config. */
export interface ConfigPlace {
    readonly widget: string;
    readonly value: Json;
    readonly path: string;
}
/** Every widget of a config that its schema accepts. */
export declare function configPlaces(schema: unknown, value: unknown, path?: string): ConfigPlace[];
