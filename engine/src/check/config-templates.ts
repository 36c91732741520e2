/** Templates in a node's config: that each parses and names only what is there to name. */
import type { Json, Problem } from "@sluice/schemas";
import type { FactCatalog } from "../rules/facts/catalog.ts";
import { checkTemplate } from "../templates/template-names.ts";
import type { ConfigPlace } from "./config-places.ts";
import { at } from "./pointer.ts";

/** Widgets whose text, or every text inside, is rendered. */
const rendered = new Set(["template", "template-text", "action-input", "variables"]);

/** Kinds that render every text of their config. */
const renderedWhole = new Set(["update"]);

interface Text {
  readonly text: string;
  readonly path: string;
}

/** True when a text is more than its letters. */
export const isTemplate = (text: string): boolean => text.includes("{{") || text.includes("{%");

function textsOf(value: Json, path: string): Text[] {
  if (typeof value === "string") return isTemplate(value) ? [{ text: value, path }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item as Json, at(path, key)));
}

/** What templates can name: facts, the workflow's variables, the announcement in force, the event's data. */
export const templateNamesOf = (facts: FactCatalog): readonly string[] => [
  ...facts.facts.map(({ id }) => id),
  "campaign.announcement",
  "survey.link",
  "data",
];

/** Faults of every template of a config; paths are below it. */
export function checkConfigTemplates(
  kind: string,
  config: Json,
  places: readonly ConfigPlace[],
  known: readonly string[],
): Problem[] {
  const texts = renderedWhole.has(kind)
    ? textsOf(config, "")
    : places.filter(({ widget }) => rendered.has(widget)).flatMap(({ value, path }) => textsOf(value, path));
  return texts.flatMap(({ text, path }) => checkTemplate(text, known, path));
}
