/**
 * Where a node's config names something, found by the `x-widget` of its schema: the form that lets one choose
 * a calendar and the check that the calendar exists read the same word, so a new kind needs no code here.
 */
import type { Json } from "@sluice/schemas";
import { at } from "./pointer.ts";

/** A value under a widget, or a condition, with its JSON pointer below the config. */
export interface ConfigPlace {
  /** The `x-widget` of its schema; `condition` where a condition stands. */
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

/** What a value is drawn with; a condition's schema says only that it is one. */
function widgetOf(schema: Record<string, unknown>): string | undefined {
  if (schema["x-condition"] === true) return "condition";
  const widget = schema["x-widget"];
  return typeof widget === "string" ? widget : undefined;
}

const takesNull = (schema: Record<string, unknown>): boolean =>
  Array.isArray(schema.anyOf) && schema.anyOf.some((branch) => isRecord(branch) && branch.type === "null");

/** Every widget and condition of a config that its schema accepts; a null that means "none" is no place. */
export function configPlaces(schema: unknown, value: unknown, path = ""): ConfigPlace[] {
  if (!isRecord(schema) || value === undefined || (value === null && takesNull(schema))) return [];
  const widget = widgetOf(schema);
  const found: ConfigPlace[] = widget === undefined ? [] : [{ widget, value: value as Json, path }];
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
