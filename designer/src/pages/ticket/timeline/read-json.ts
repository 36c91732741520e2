/** Careful reading of what an event or a log line carries: another version may have written it. */
import type { Json } from "@sluice/schemas";

export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The text at `key`, or empty. */
export function textAt(data: JsonObject, key: string): string {
  const value = data[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The object at `key`, or an empty one. */
export function objectAt(data: JsonObject, key: string): JsonObject {
  const value = data[key];
  return isObject(value) ? value : {};
}

/** The texts of the list at `key`. */
export function textsAt(data: JsonObject, key: string): readonly string[] {
  const value = data[key];
  return Array.isArray(value) ? value.map(String) : [];
}
