/** Any JSON value in one text field: texts as they are, everything else as JSON. */
import type { Json } from "@sluice/schemas";

export type JsonReading = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false };

const isTemplate = (text: string): boolean => /^\{[{%]/.test(text);

/** What would be read as something other than a text. */
const looksLikeJson = (text: string): boolean =>
  !isTemplate(text) &&
  (/^[[{"]/.test(text) || /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(text));

/** The text of a value; a text that would be read as something else stands in quotes. */
export function toJsonText(value: Json | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return JSON.stringify(value);
  return value === "" || looksLikeJson(value.trim()) ? JSON.stringify(value) : value;
}

/** The value of a text; nothing at all for an empty one. */
export function readJsonText(text: string): JsonReading {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, value: undefined };
  if (!looksLikeJson(trimmed)) return { ok: true, value: text };
  try {
    return { ok: true, value: JSON.parse(trimmed) as Json };
  } catch {
    // Said beside the field; what was there before stays in the value.
    return { ok: false };
  }
}
