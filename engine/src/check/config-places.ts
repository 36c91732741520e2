/**
 * Where a node's config names something, found by the `x-widget` of its schema: the form that lets one choose
 * a calendar and the check that the calendar exists read the same word, so a new kind needs no code here.
 */
import type { Json } from "@sluice/schemas";
import { at } from "./pointer.ts";

/** A value under a widget, with its JSON pointer below the config. */
export interface ConfigPlace {
  readonly widget: string;
  readonly value: Json;
  readonly path: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema of one property: declared by name, or by the pattern of a record. */
function propertySchema(schema: Record<string, unknown>, key: string): unknown {
  const { properties, patternProperties } = schema;
  if (isRecord(properties) && Object.hasOwn(properties, key)) return properties[key];
  const patterns = isRecord(patternProperties) ? Object.entries(patternProperties) : [];
  return patterns.find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
}

/** Every widget of a config that its schema accepts. */
export function configPlaces(schema: unknown, value: unknown, path = ""): ConfigPlace[] {
  if (!isRecord(schema) || value === undefined) return [];
  const widget = schema["x-widget"];
  const found: ConfigPlace[] = typeof widget === "string" ? [{ widget, value: value as Json, path }] : [];
  if (Array.isArray(schema.anyOf))
    for (const branch of schema.anyOf) found.push(...configPlaces(branch, value, path));
  if (Array.isArray(value))
    value.forEach((item, index) => {
      found.push(...configPlaces(schema.items, item, at(path, index)));
    });
  else if (isRecord(value))
    for (const [key, item] of Object.entries(value))
      found.push(...configPlaces(propertySchema(schema, key), item, at(path, key)));
  return found;
}
