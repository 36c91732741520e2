import { builtInFacts } from "./built-in.js";
import { factsOfSettings } from "./settings.js";
const typeOfVariable = {
    string: "text",
    number: "number",
    boolean: "boolean",
    instant: "instant",
    array: "any",
    object: "object",
};
const variableFact = ([name, variable]) => ({
    id: `vars.${name}`,
    label: { zh: name, en: name },
    type: typeOfVariable[variable.type],
    group: "vars",
});
/** Builds the lookup; of two facts with one id the first wins, so a plugin cannot replace a built-in one. */
export function createFactCatalog(options = {}) {
    const plugin = (options.pluginFacts ?? []).map((fact) => ({ ...fact, fetched: fact.fetched ?? true }));
    const byId = new Map();
    for (const fact of [
        ...(options.settings ? factsOfSettings(options.settings) : builtInFacts),
        ...Object.entries(options.variables ?? {}).map(variableFact),
        ...plugin,
    ])
        if (!byId.has(fact.id))
            byId.set(fact.id, fact);
    return {
        get: (id) => byId.get(id),
        isFetched: (id) => byId.get(id)?.fetched === true,
        facts: [...byId.values()],
    };
}
//# sourceMappingURL=catalog.js.map