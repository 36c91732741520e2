import { builtInStrategies } from "../routing/strategy-list.js";
import { checkConditions } from "../rules/check.js";
import { createFactCatalog } from "../rules/facts/catalog.js";
const idOf = (kind, key) => `${kind}/${key}`;
/** `withinCalendar` only asks which keys there are. */
const knownCalendars = (documents) => Object.fromEntries([...documents].filter(({ kind }) => kind === "calendar").map(({ key }) => [key, { isOpen: () => true }]));
const whensOf = (documents) => Object.fromEntries([...documents].flatMap((document) => document.kind === "segment" ? [[document.key, document.spec.when]] : []));
/** Prepares the look-ups for one document. */
export function createCheckContext(document, options, variables) {
    const byId = new Map([...options.documents, document].map((item) => [idOf(item.kind, item.key), item]));
    const facts = createFactCatalog({
        settings: options.settings,
        ...(options.pluginFacts ? { pluginFacts: options.pluginFacts } : {}),
        ...(variables ? { variables } : {}),
    });
    const segments = whensOf(byId.values());
    const calendars = knownCalendars(byId.values());
    const builtIn = builtInStrategies.map(({ definition }) => definition.id);
    return {
        options,
        facts,
        segments,
        strategies: new Set([...builtIn, ...(options.strategies ?? []).map(({ id }) => id)]),
        find: (kind, key) => byId.get(idOf(kind, key)),
        conditions: (when, path, place) => when === undefined ? [] : checkConditions(when, { catalog: facts, segments, calendars, place, path }),
    };
}
//# sourceMappingURL=check-context.js.map