/** What a document is checked against: what would be live beside it, the house's data and its people. */
import type { ActionDefinition, AnyDocument, Condition, DocumentKind, FactDefinition, Problem, Settings, SluiceDocument, StrategyDefinition, WorkflowSpec } from "@sluice/schemas";
import type { People } from "../definitions/definitions.ts";
import type { ConditionPlace } from "../rules/check-leaf.ts";
import type { Segments } from "../rules/condition-compiler.ts";
import { type FactCatalog } from "../rules/facts/catalog.ts";
/** What surrounds the document. */
export interface CheckOptions {
    /** Every document that would be live beside it, itself included. */
    readonly documents: readonly AnyDocument[];
    readonly settings: Settings;
    readonly people: People;
    readonly actions: readonly ActionDefinition[];
    /** Facts that plugins fetch. */
    readonly pluginFacts?: readonly FactDefinition[];
    /** Strategies of plugins, beside the built-in ones. */
    readonly strategies?: readonly StrategyDefinition[];
}
/** The look-ups that the checks of every kind share. */
export interface CheckContext {
    readonly options: CheckOptions;
    readonly facts: FactCatalog;
    readonly segments: Segments;
    readonly strategies: ReadonlySet<string>;
    /** The document of that kind and key, the one being checked before a live one. */
    find<K extends DocumentKind>(kind: K, key: string): SluiceDocument<K> | undefined;
    /** Faults of a condition; `path` is its JSON pointer in the document. */
    conditions(when: Condition | undefined, path: string, place: ConditionPlace): Problem[];
}
/** Prepares the look-ups for one document. */
export declare function createCheckContext(document: AnyDocument, options: CheckOptions, variables?: WorkflowSpec["variables"]): CheckContext;
