/** Which kind of a union a value is, and what a kind begins with. */
import type { Json } from "@sluice/schemas";
import type { PlainSchema } from "./plain-schema.ts";
import { fits } from "./validator.ts";

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
};

const isOfType = ({ type }: PlainSchema, value: unknown): boolean =>
  type === typeOf(value) || (type === "number" && typeof value === "number");

/** The branch a value fits; the preferred one if it fits too, else the first that is at least of its type. */
export function branchOf(
  branches: readonly PlainSchema[],
  value: unknown,
  preferred?: number,
): number | undefined {
  if (value === undefined) return undefined;
  const fitting = branches.flatMap((branch, index) => (fits(branch, value) ? [index] : []));
  if (preferred !== undefined && fitting.includes(preferred)) return preferred;
  const alike = branches.findIndex((branch) => !("const" in branch) && isOfType(branch, value));
  return fitting[0] ?? (alike < 0 ? undefined : alike);
}

/** What stands there once the branch is chosen; nothing where only a person can say. */
export function firstValue(branch: PlainSchema): Json | undefined {
  const { const: constant, default: standard, type, minimum } = branch;
  if (constant !== undefined) return constant as Json;
  if (standard !== undefined) return standard as Json;
  if (type === "integer" || type === "number") return typeof minimum === "number" ? minimum : 0;
  if (type === "boolean") return false;
  if (type === "array") return [];
  return type === "object" ? {} : undefined;
}
