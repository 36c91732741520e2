/**
 * Liquid as templates may use it: no files, no clock, no chance, no prototypes, and an end to every rendering
 * that does not depend on the machine's speed.
 */
import { Context, Liquid, type Template, toValueSync } from "liquidjs";
import { dateFilters } from "./date-filters.ts";
import type { Moment } from "./moment.ts";
import { createMemoryLimiter, createStepLimiter, templateLimits } from "./rendering-limits.ts";

/** Tags that read other templates: there is nowhere to read them from. */
const refusedTags = ["include", "render", "layout", "block"];
/** `sample` draws lots; the hashes differ between Node and browsers. */
const refusedFilters = ["sample", "sha256", "hmac_sha256"];
/** They evaluate a text for each item of a list, which costs as much as a turn of a loop. */
const loopingFilters = [
  "where_exp",
  "reject_exp",
  "group_by_exp",
  "has_exp",
  "find_exp",
  "find_index_exp",
] as const;

const momentKey = Symbol("moment");

interface Globals {
  readonly [momentKey]: Moment;
}

function createLiquid(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    dynamicPartials: false,
    parseLimit: templateLimits.source,
    locale: "en-US",
    timezoneOffset: 0,
    templates: {},
  });
  for (const tag of refusedTags) delete liquid.tags[tag];
  for (const filter of refusedFilters) delete liquid.filters[filter];
  for (const name of loopingFilters) countItems(liquid, name);
  for (const [name, filter] of Object.entries(dateFilters))
    liquid.registerFilter(name, function (value: unknown, ...args: unknown[]) {
      return filter((this.context.globals as unknown as Globals)[momentKey], value, ...args);
    });
  return liquid;
}

/** Counts the items of a list as steps before a filter goes through them. */
function countItems(liquid: Liquid, name: string): void {
  const filter = liquid.filters[name];
  if (typeof filter !== "function") return;
  liquid.registerFilter(name, function (value: unknown, ...args: unknown[]) {
    if (Array.isArray(value)) this.context.renderLimit.use(value.length);
    return filter.call(this, value, ...args);
  });
}

/** The one configured instance; parsing and rendering leave nothing behind in it. */
export const liquid = createLiquid();

/** Collects the output up to its limit. */
class BoundedOutput {
  buffer = "";

  write(part: unknown): void {
    this.buffer += toText(part);
    if (this.buffer.length > templateLimits.output)
      throw new Error(`more than ${templateLimits.output} characters`);
  }
}

/** As Liquid shows values: nothing for null, lists joined without a separator, objects as JSON. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(toText).join("");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A context over a scope, which is copied: `increment` writes to it. */
export function createContext(scope: object, moment: Moment): Context {
  const globals = { [momentKey]: moment };
  const limits = {
    renderLimit: createStepLimiter(moment.budget),
    memoryLimit: createMemoryLimiter(moment.budget),
    liquid,
  };
  return new Context({ ...scope, now: moment.now }, liquid.options, { sync: true, globals }, limits);
}

/** Renders parsed parts to text. */
export function renderParts(parts: Template[], context: Context): string {
  const output = new BoundedOutput();
  toValueSync(liquid.renderer.renderTemplates(parts, context, output));
  context.memoryLimit.use(output.buffer.length);
  return output.buffer;
}
