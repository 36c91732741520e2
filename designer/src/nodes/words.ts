/** What a node does, in one line of the admin's language: it stands on the card, in lists and for screen readers. */
import type { Catalog, Condition, Json } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Names } from "../explain/names.ts";
import { formatTarget } from "../format/duration.ts";

export type NodeConfig = Readonly<Record<string, Json>>;

/** What the words are made with. */
export interface WordsContext {
  readonly t: TFunction;
  readonly language: string;
  readonly names: Names;
  readonly catalog: Catalog;
  /** A condition as a clause. */
  readonly condition: (when: Condition) => string;
  /** A document's name by its kind and key. */
  readonly document: (
    kind: "classification" | "sla" | "routing" | "calendar" | "workflow",
    key: string,
  ) => string;
}

export type NodeWords = (config: NodeConfig, context: WordsContext) => string;

/** What a kind may bring along for the canvas; a kind without it is drawn from the catalog alone. */
export interface NodePart {
  readonly words: NodeWords;
  /** The config of a fresh node, in the admin's language; without it the fields' defaults stand. */
  readonly start?: (t: TFunction) => NodeConfig;
}

/** A config is anything until it has been checked: a field that is no text is none. */
export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export const recordOf = (value: Json | undefined): NodeConfig =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as NodeConfig) : {};

/** A condition that says something: an empty object or list holds always. */
export function conditionOf(value: Json | undefined): Condition | undefined {
  const record = recordOf(value);
  const [first] = Object.values(record);
  const empty = Object.keys(record).length === 0 || (Array.isArray(first) && first.length === 0);
  return empty ? undefined : (record as unknown as Condition);
}

/** A text with its places named: `{{ order.id }}` reads ‹订单号›. */
export function templateText(template: string, { names }: WordsContext): string {
  const plain = template.replace(/\{%[\s\S]*?%\}/g, "");
  return plain
    .replace(/\{\{\s*([\w.-]+)[^}]*\}\}/g, (_, fact: string) => `‹${names.fact(fact)}›`)
    .replace(/\s+/g, " ")
    .trim();
}

/** A length as people say it; what is no duration comes back as it is. */
export const lengthText = (iso: Json | undefined, { t }: WordsContext): string =>
  formatTarget(textOf(iso), t);
