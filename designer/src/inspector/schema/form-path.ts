/** Paths of a form (lists of steps) and JSON pointers, and values at them. */
import type { Json } from "@sluice/schemas";
import { isRecord } from "./plain-schema.ts";

export type FormPath = readonly (string | number)[];

const escaped = (step: string | number): string => String(step).replaceAll("~", "~0").replaceAll("/", "~1");

/** The JSON pointer of a path. */
export const toPointer = (path: FormPath): string => path.map((step) => `/${escaped(step)}`).join("");

/** True when `pointer` is `holder` or something in it. */
export const isWithin = (pointer: string, holder: string): boolean =>
  pointer === holder || pointer.startsWith(`${holder}/`);

/** The value at a path; `undefined` where there is none. */
export function valueAt(value: unknown, path: FormPath): unknown {
  return path.reduce<unknown>(
    (at, step) => (isRecord(at) || Array.isArray(at) ? (at as Record<string, unknown>)[step] : undefined),
    value,
  );
}

/** A copy with another value at a path; `undefined` takes the property away. Objects on the way are made. */
export function withValueAt(
  value: Json | undefined,
  path: FormPath,
  next: Json | undefined,
): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (Array.isArray(value))
    return value.map((item, index) =>
      index === Number(step) ? (withValueAt(item, rest, next) ?? null) : item,
    );
  const { [step]: old, ...others } = isRecord(value) ? (value as { [key: string]: Json }) : {};
  const made = withValueAt(old, rest, next);
  if (made === undefined) return others;
  // A property that was there keeps its place.
  return old === undefined ? { ...others, [step]: made } : { ...(value as object), [step]: made };
}
