/** A document kind's JSON Schema as it is published, with the recursive definition of conditions in place. */
import { conditionJsonSchema, type DocumentKind, documentSchemas } from "@sluice/schemas";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Places that hold a condition are only marked inside the schemas, as TypeBox types cannot be recursive there. */
function resolve(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(resolve);
  if (!isObject(schema)) return schema;
  if (schema["x-condition"] === true) return { $ref: "#/$defs/condition", "x-condition": true };
  return Object.fromEntries(Object.entries(schema).map(([name, child]) => [name, resolve(child)]));
}

/** JSON Schema 2020-12 of a whole document of the kind. */
export const publishedSchema = (kind: DocumentKind): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: kind,
  ...(resolve(documentSchemas[kind]) as object),
  $defs: { condition: conditionJsonSchema },
});
