/** All facts that a condition may name in one place of use: built-in, the workspace's, variables, plugins'. */
import type { FactDefinition, Settings, WorkflowSpec } from "@sluice/schemas";
type WorkflowVariable = NonNullable<WorkflowSpec["variables"]>[string];
/** Looks facts up by id. */
export interface FactCatalog {
    get(id: string): FactDefinition | undefined;
    /** True for facts that a plugin fetches. */
    isFetched(id: string): boolean;
    readonly facts: readonly FactDefinition[];
}
export interface FactCatalogOptions {
    readonly settings?: Settings;
    /** `<plugin>.<fact>`; they are taken as fetched unless they say `fetched: false`. */
    readonly pluginFacts?: readonly FactDefinition[];
    /** A workflow's variables: `vars.<name>`. */
    readonly variables?: Readonly<Record<string, WorkflowVariable>>;
}
/** Builds the lookup; of two facts with one id the first wins, so a plugin cannot replace a built-in one. */
export declare function createFactCatalog(options?: FactCatalogOptions): FactCatalog;
export {};
