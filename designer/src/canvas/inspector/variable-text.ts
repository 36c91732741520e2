/** The initial value of a variable as text, and back; only what fits its type. */
import { type Json, variableNamePattern } from "@sluice/schemas";
import type { Variables } from "../../editor/workflow/settings.ts";

export type VariableType = Variables[string]["type"];

export const variableTypes: readonly VariableType[] = [
  "string",
  "number",
  "boolean",
  "instant",
  "array",
  "object",
];

/** What a variable may be called. */
export const variableName = new RegExp(variableNamePattern);

const isText = (type: VariableType): boolean => type === "string" || type === "instant";

export const toText = (value: Json | undefined, type: VariableType): string => {
  if (value === undefined) return "";
  return isText(type) && typeof value === "string" ? value : JSON.stringify(value);
};

function fits(value: unknown, type: VariableType): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

export type ReadText = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false };

/** Reads what was typed; an empty text is no initial value. */
export function fromText(text: string, type: VariableType): ReadText {
  if (text.trim() === "") return { ok: true, value: undefined };
  if (isText(type)) return { ok: true, value: text };
  try {
    const value: unknown = JSON.parse(text);
    return fits(value, type) ? { ok: true, value: value as Json } : { ok: false };
  } catch {
    // Not JSON, so no number, list or object either.
    return { ok: false };
  }
}

/** A name that is not taken: v1, v2, … */
export function freshName(variables: Variables): string {
  for (let count = 1; ; count += 1) if (!Object.hasOwn(variables, `v${count}`)) return `v${count}`;
}
