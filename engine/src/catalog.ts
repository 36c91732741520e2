/**
 * The catalog: everything that can be drawn, as plain JSON. The designer makes its palettes and forms from it,
 * and the API answers it, so neither keeps a list of its own.
 */
import type {
  ActionDefinition,
  Catalog,
  FactDefinition,
  NodeKindDefinition,
  OperatorDefinition,
  Settings,
  StrategyDefinition,
} from "@sluice/schemas";
import { builtInStrategies } from "./routing/strategy-list.ts";
import { decorators } from "./rules/decorators.ts";
import { createFactCatalog } from "./rules/facts/catalog.ts";
import type { Operator } from "./rules/operator.ts";
import { builtInOperators } from "./rules/operator-list.ts";
import { slaMetricKinds } from "./sla/metrics/index.ts";
import { nodeKinds } from "./workflow/nodes/index.ts";

/** What the house and its plugins add to what is built in. */
export interface CatalogOptions {
  /** Ticket fields, and the channels, shops and categories that facts offer as choices. */
  readonly settings?: Settings;
  readonly actions?: readonly ActionDefinition[];
  readonly pluginFacts?: readonly FactDefinition[];
  readonly strategies?: readonly StrategyDefinition[];
}

/** Without what only the engine uses: behaviour is no JSON. */
const toOperator = ({ id, label, help, factTypes, value }: Operator): OperatorDefinition => ({
  id,
  label,
  ...(help ? { help } : {}),
  factTypes,
  value,
});

/** Schemas carry marks that JSON does not show; a copy through JSON is what a client will see. */
const toJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Everything that documents may name, in the order in which pickers show it. */
export function catalog(options: CatalogOptions = {}): Catalog {
  const { settings, actions = [], pluginFacts = [], strategies = [] } = options;
  const nodeDefinitions: NodeKindDefinition[] = [...nodeKinds.values()].map(({ definition }) => definition);
  return toJson({
    facts: createFactCatalog({ pluginFacts, ...(settings ? { settings } : {}) }).facts,
    operators: builtInOperators.map(toOperator),
    decorators: decorators.map(({ id, label }) => ({ id, label })),
    nodeKinds: nodeDefinitions,
    strategies: [...builtInStrategies.map(({ definition }) => definition), ...strategies],
    metrics: slaMetricKinds.map(({ id, label }) => ({ id, label })),
    actions,
  });
}
