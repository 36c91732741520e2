/**
 * JSON Schema 2020-12 of every format, for editors, other languages and `GET /schemas/:kind`.
 * Made from the schemas that `parseDocument` runs, so the two cannot drift; the recursive condition is
 * given once under `$defs/condition`.
 *
 * What the published schema cannot say and `parseDocument` adds: limits on the nesting and the number of
 * conditions, and the conditions inside the configs of workflow nodes.
 */
import type { TSchema } from "typebox";
import { conditionJsonSchema } from "./conditions.ts";
import { type DocumentKind, documentKinds, documentSchemas } from "./documents/document.ts";
import type { Json } from "./primitives.ts";
import { TicketInput } from "./ticket.ts";

/** A plain JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** The published formats: the seven document kinds and the ticket of `POST /tickets`. */
export const publishedKinds = [...documentKinds, "ticket"] as const satisfies readonly (
  | DocumentKind
  | "ticket"
)[];
export type PublishedKind = DocumentKind | "ticket";

const base = "https://sluice.dev/schemas";

/** Copies a schema as plain JSON; the places of conditions become references. */
function toPlain(schema: unknown): Json {
  if (Array.isArray(schema)) return schema.map(toPlain);
  if (typeof schema !== "object" || schema === null) return schema as Json;
  const source = schema as Record<string, unknown>;
  if (source["x-condition"] === true) return { $ref: "#/$defs/condition" };
  const entries = Object.entries(source).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [keywordOf(key, value), toPlain(value)]));
}

/** Tuples are written in the older form (`items` as a list); 2020-12 calls that `prefixItems`, and the rest `items`. */
function keywordOf(key: string, value: unknown): string {
  if (key === "items" && Array.isArray(value)) return "prefixItems";
  return key === "additionalItems" ? "items" : key;
}

const sourceOf = (kind: PublishedKind): TSchema => (kind === "ticket" ? TicketInput : documentSchemas[kind]);

const hasConditions = (plain: Json): boolean => JSON.stringify(plain).includes('"#/$defs/condition"');

/** The schema of a kind, self-contained, with its `$id`; a new value each time. */
export function publishedSchema(kind: PublishedKind): JsonSchema {
  const plain = toPlain(sourceOf(kind)) as { [keyword: string]: Json };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${base}/${kind}.json`,
    title: kind,
    ...plain,
    ...(hasConditions(plain) ? { $defs: { condition: toPlain(conditionJsonSchema) } } : {}),
  };
}
