/** A template rendered with a sample ticket's facts, as the step would render it. */
import { compileTemplate, EngineError, type Facts, toTemplateScope } from "@sluice/engine";
import type { Json } from "@sluice/schemas";

export type Preview =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly message: string };

/** What a template is rendered with. */
export interface TemplateSample {
  readonly facts: Facts;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timezone: string;
}

/** The value a template gives; a lone `{{ x }}` keeps its type. */
export function previewTemplate(text: string, { facts, now, timezone }: TemplateSample): Preview {
  try {
    return { ok: true, value: compileTemplate(text).value(toTemplateScope(facts, {}), { now, timezone }) };
  } catch (error) {
    if (error instanceof EngineError) return { ok: false, message: error.message };
    throw error;
  }
}

/** A preview on one line: texts as they are, anything else as JSON. */
export const previewText = (value: Json): string =>
  typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
