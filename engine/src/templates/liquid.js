/**
 * Liquid as templates may use it: no files, no clock, no chance, no prototypes, and an end to every rendering
 * that does not depend on the machine's speed.
 */
import { Context, Liquid, toValueSync } from "liquidjs";
import { dateFilters } from "./date-filters.js";
/** Bounds of one template and one rendering. */
const templateLimits = {
    /** Characters of a template. */
    source: 100_000,
    /** Rendered parts: texts, outputs, tags, turns of a loop. */
    steps: 20_000,
    /** Characters and list items that filters and ranges may make. */
    memory: 2_000_000,
    /** Characters of the result. */
    output: 1_000_000,
};
/** Tags that read other templates: there is nowhere to read them from. */
const refusedTags = ["include", "render", "layout", "block"];
/** `sample` draws lots; the hashes differ between Node and browsers. */
const refusedFilters = ["sample", "sha256", "hmac_sha256"];
const momentKey = Symbol("moment");
function createLiquid() {
    const liquid = new Liquid({
        ownPropertyOnly: true,
        strictFilters: true,
        dynamicPartials: false,
        parseLimit: templateLimits.source,
        memoryLimit: templateLimits.memory,
        locale: "en-US",
        timezoneOffset: 0,
        templates: {},
    });
    for (const tag of refusedTags)
        delete liquid.tags[tag];
    for (const filter of refusedFilters)
        delete liquid.filters[filter];
    for (const [name, filter] of Object.entries(dateFilters))
        liquid.registerFilter(name, function (value, ...args) {
            return filter(this.context.globals[momentKey], value, ...args);
        });
    return liquid;
}
/** The one configured instance; parsing and rendering leave nothing behind in it. */
export const liquid = createLiquid();
/** Counts what liquidjs would time: its renderer asks this limiter before every part. */
function stepLimiter() {
    let steps = 0;
    const check = () => {
        steps += 1;
        if (steps > templateLimits.steps)
            throw new Error(`more than ${templateLimits.steps} steps`);
    };
    return { check, use: check };
}
/** Collects the output up to its limit. */
class BoundedOutput {
    buffer = "";
    write(part) {
        this.buffer += toText(part);
        if (this.buffer.length > templateLimits.output)
            throw new Error(`more than ${templateLimits.output} characters`);
    }
}
/** As Liquid shows values: nothing for null, lists joined without a separator, objects as JSON. */
function toText(value) {
    if (value === null || value === undefined)
        return "";
    if (Array.isArray(value))
        return value.map(toText).join("");
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}
/** A context over a scope, which is copied: `increment` writes to it. */
export function createContext(scope, moment) {
    const globals = { [momentKey]: moment };
    const limits = { renderLimit: stepLimiter(), liquid };
    return new Context({ ...scope, now: moment.now }, liquid.options, { sync: true, globals }, limits);
}
/** Renders parsed parts to text. */
export function renderParts(parts, context) {
    const output = new BoundedOutput();
    toValueSync(liquid.renderer.renderTemplates(parts, context, output));
    return output.buffer;
}
//# sourceMappingURL=liquid.js.map