/** Values as documents hold them: nothing that means "not set" is written down. */
import type { Json } from "@sluice/schemas";
import { isMandatory, isRecord, type PlainSchema, propertiesOf } from "./plain-schema.ts";

const isEmptyObject = (value: unknown): boolean => isRecord(value) && Object.keys(value).length === 0;

/**
 * Drops properties that are `undefined`, and optional objects that hold nothing any more. What `before` held
 * already stays: opening a form changes nothing. Objects keep the order of their keys.
 */
export function tidyValue(value: unknown, schema: PlainSchema, before: unknown): Json {
  if (Array.isArray(value)) {
    const items = isRecord(schema.items) ? schema.items : {};
    const old = Array.isArray(before) ? before : [];
    return value.map((item, index) => tidyValue(item ?? null, items, old[index]));
  }
  if (!isRecord(value)) return value as Json;
  const properties = propertiesOf(schema);
  const old = isRecord(before) ? before : {};
  const entries = Object.entries(value).flatMap(([name, item]) => {
    if (item === undefined) return [];
    const tidy = tidyValue(item, properties[name] ?? {}, old[name]);
    const left = isEmptyObject(tidy) && name in properties && !isMandatory(schema, name);
    return left && !isEmptyObject(old[name]) ? [] : [[name, tidy] as const];
  });
  return Object.fromEntries(entries);
}

/** Deep equality of JSON; the order of keys says nothing. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}
