import { checkTemplate } from "../templates/template-names.js";
import { at } from "./pointer.js";
/** Widgets whose text, or every text inside, is rendered. */
const rendered = new Set(["template", "template-text", "action-input"]);
/** Kinds that render every text of their config. */
const renderedWhole = new Set(["update"]);
/** True when a text is more than its letters. */
export const isTemplate = (text) => text.includes("{{") || text.includes("{%");
function textsOf(value, path) {
    if (typeof value === "string")
        return isTemplate(value) ? [{ text: value, path }] : [];
    if (typeof value !== "object" || value === null)
        return [];
    return Object.entries(value).flatMap(([key, item]) => textsOf(item, at(path, key)));
}
/** What templates can name: facts, the workflow's variables, the announcement in force, the event's data. */
export const templateNamesOf = (facts) => [
    ...facts.facts.map(({ id }) => id),
    "campaign.announcement",
    "data",
];
/** Faults of every template of a config; paths are below it. */
export function checkConfigTemplates(kind, config, places, known) {
    const texts = renderedWhole.has(kind)
        ? textsOf(config, "")
        : places.filter(({ widget }) => rendered.has(widget)).flatMap(({ value, path }) => textsOf(value, path));
    return texts.flatMap(({ text, path }) => checkTemplate(text, known, path));
}
//# sourceMappingURL=config-templates.js.map