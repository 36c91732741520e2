/** All facts that a condition may name in one place of use: built-in, the workspace's, variables, plugins'. */
import type { FactDefinition, FactType, Settings, WorkflowSpec } from "@sluice/schemas";
import { builtInFacts } from "./built-in.ts";
import { factsOfSettings } from "./settings.ts";

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

const typeOfVariable: Readonly<Record<WorkflowVariable["type"], FactType>> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  instant: "instant",
  array: "any",
  object: "object",
};

const variableFact = ([name, variable]: readonly [string, WorkflowVariable]): FactDefinition => ({
  id: `vars.${name}`,
  label: { zh: name, en: name },
  type: typeOfVariable[variable.type],
  group: "vars",
});

/** Builds the lookup; of two facts with one id the first wins, so a plugin cannot replace a built-in one. */
export function createFactCatalog(options: FactCatalogOptions = {}): FactCatalog {
  const plugin = (options.pluginFacts ?? []).map((fact) => ({ ...fact, fetched: fact.fetched ?? true }));
  const byId = new Map<string, FactDefinition>();
  for (const fact of [
    ...(options.settings ? factsOfSettings(options.settings) : builtInFacts),
    ...Object.entries(options.variables ?? {}).map(variableFact),
    ...plugin,
  ])
    if (!byId.has(fact.id)) byId.set(fact.id, fact);
  return {
    get: (id) => byId.get(id),
    isFetched: (id) => byId.get(id)?.fetched === true,
    facts: [...byId.values()],
  };
}
