/** A text that may be one document or an exported bundle, as the list that the api imports. */

export type ReadBundle =
  | { readonly ok: true; readonly documents: readonly unknown[] }
  | { readonly ok: false; readonly reason: string };

export function readBundle(text: string): ReadBundle {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  if (Array.isArray(value)) return { ok: true, documents: value };
  const { documents } = (value ?? {}) as { readonly documents?: unknown };
  return { ok: true, documents: Array.isArray(documents) ? documents : [value] };
}
