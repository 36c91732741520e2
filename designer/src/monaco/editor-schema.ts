/**
 * The published schema of a document as the editor uses it: with the catalog's node kinds and actions filled in,
 * so that a node's config is completed and judged by its own kind, and with labels as titles for hovers.
 */
import {
  type Catalog,
  type Json,
  type JsonSchema,
  type PublishedKind,
  publishedSchema,
} from "@sluice/schemas";
import { helpOf, isRecord, type PlainSchema, titleOf } from "../inspector/schema/plain-schema.ts";

const conditionRef = { $ref: "#/$defs/condition" };

/** A schema with its words as `title` and `description`, in one language; places of conditions as references. */
function worded(schema: unknown, language: string): Json {
  if (Array.isArray(schema)) return schema.map((item) => worded(item, language));
  if (!isRecord(schema)) return schema as Json;
  const title = titleOf(schema, language, "");
  const description = helpOf(schema, language);
  const words = { ...(title === "" ? {} : { title }), ...(description === undefined ? {} : { description }) };
  if (schema["x-condition"] === true) return { ...conditionRef, ...words };
  const plain = Object.entries(schema).filter(([keyword]) => !keyword.startsWith("x-"));
  return {
    ...Object.fromEntries(plain.map(([keyword, value]) => [keyword, worded(value, language)])),
    ...words,
  };
}

/** `then` holds wherever a property beside has a value. */
const when = (property: string, value: Json, then: Json): Json => ({
  if: { properties: { [property]: { const: value } }, required: [property] },
  then,
});

/** What each kind says of the config of its nodes. */
function configRules({ nodeKinds }: Catalog, language: string): Json {
  return nodeKinds.map(({ kind, config, label, description }) =>
    when("type", kind, {
      title: titleOf({ "x-label": label }, language, kind),
      description: helpOf({ "x-help": description }, language) ?? "",
      properties: { config: worded(config, language) },
    }),
  );
}

/** The place of a workflow's nodes inside its published schema, as a copy with `rules` added. */
function withNodeRules(schema: PlainSchema, rules: Json, kinds: readonly string[]): PlainSchema {
  const copy = structuredClone(schema) as never as {
    properties: {
      spec: { properties: { nodes: { items: { properties: Record<string, Json>; allOf?: Json } } } };
    };
  };
  const { items } = copy.properties.spec.properties.nodes;
  items.properties.type = { enum: [...kinds] };
  items.allOf = rules;
  return copy as never;
}

/** The schema for a text of a kind; without a catalog the published one alone. */
export function editorSchema(
  kind: PublishedKind,
  catalog: Catalog | undefined,
  language: string,
): JsonSchema {
  const schema = publishedSchema(kind);
  if (kind !== "workflow" || catalog === undefined) return schema;
  const made = withNodeRules(
    schema,
    configRules(catalog, language),
    catalog.nodeKinds.map((node) => node.kind),
  );
  const $defs = isRecord(made.$defs) ? made.$defs : publishedSchema("segment").$defs;
  return { ...made, $defs } as JsonSchema;
}
