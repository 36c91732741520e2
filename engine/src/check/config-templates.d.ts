/** Templates in a node's config: that each parses and names only what is there to name. */
import type { Json, Problem } from "@sluice/schemas";
import type { FactCatalog } from "../rules/facts/catalog.ts";
import type { ConfigPlace } from "./config-places.ts";
/** True when a text is more than its letters. */
export declare const isTemplate: (text: string) => boolean;
/** What templates can name: facts, the workflow's variables, the announcement in force, the event's data. */
export declare const templateNamesOf: (facts: FactCatalog) => readonly string[];
/** Faults of every template of a config; paths are below it. */
export declare function checkConfigTemplates(kind: string, config: Json, places: readonly ConfigPlace[], known: readonly string[]): Problem[];
