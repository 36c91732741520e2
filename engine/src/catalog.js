import { builtInStrategies } from "./routing/strategy-list.js";
import { decorators } from "./rules/decorators.js";
import { createFactCatalog } from "./rules/facts/catalog.js";
import { builtInOperators } from "./rules/operator-list.js";
import { slaMetricKinds } from "./sla/metrics/index.js";
import { nodeKinds } from "./workflow/nodes/index.js";
/** Without what only the engine uses: behaviour is no JSON. */
const toOperator = ({ id, label, help, factTypes, value }) => ({
    id,
    label,
    ...(help ? { help } : {}),
    factTypes,
    value,
});
/** Schemas carry marks that JSON does not show; a copy through JSON is what a client will see. */
const toJson = (value) => JSON.parse(JSON.stringify(value));
/** Everything that documents may name, in the order in which pickers show it. */
export function catalog(options = {}) {
    const { settings, actions = [], pluginFacts = [], strategies = [] } = options;
    const nodeDefinitions = [...nodeKinds.values()].map(({ definition }) => definition);
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
//# sourceMappingURL=catalog.js.map