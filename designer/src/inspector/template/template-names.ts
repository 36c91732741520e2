/** What templates may name, for completion and for marking what nobody gives. */
import { checkTemplate, EngineError, templateNames } from "@sluice/engine";
import type { FactDefinition, FactType } from "@sluice/schemas";
import { inLanguage } from "../../explain/names.ts";

/** A name with what is said of it. */
export interface TemplateVariable {
  readonly name: string;
  readonly label: string;
  readonly type: FactType;
}

/** Names that are no facts, with the keys of their texts. */
export const extraNames = {
  now: { text: "inspector.template.now", type: "instant" },
  "campaign.announcement": { text: "inspector.template.announcement", type: "object" },
  data: { text: "inspector.template.data", type: "object" },
} as const;

export type ExtraName = keyof typeof extraNames;

/** Facts (variables of the workflow among them) and the names that are none, in the catalog's order. */
export function templateVariables(
  facts: readonly FactDefinition[],
  language: string,
  sayExtra: (name: ExtraName) => string,
): readonly TemplateVariable[] {
  const extras = (Object.keys(extraNames) as ExtraName[]).map((name) => ({
    name,
    label: sayExtra(name),
    type: extraNames[name].type,
  }));
  return [
    ...facts.map(({ id, label, type }) => ({ name: id, label: inLanguage(label, language), type })),
    ...extras,
  ];
}

/** A part of a template that nobody gives a value for. */
export interface UnknownName {
  readonly name: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a template: it cannot be read, or some of its names are unknown. */
export interface TemplateFaults {
  readonly error: string | null;
  readonly unknown: readonly UnknownName[];
}

const fine: TemplateFaults = { error: null, unknown: [] };

/** The offset of a 1-based line and column. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** Finds them all; `known` as the engine's own check takes it. */
export function templateFaults(text: string, known: readonly string[]): TemplateFaults {
  if (!text.includes("{{") && !text.includes("{%")) return fine;
  try {
    const unknown = templateNames(text)
      .filter(({ name }) => checkTemplate(`{{ ${name} }}`, known).length > 0)
      .map(({ name, line, column }) => {
        const start = offsetOf(text, line, column);
        return { name, start, end: start + name.length };
      });
    return { error: null, unknown };
  } catch (error) {
    if (error instanceof EngineError) return { error: error.message, unknown: [] };
    throw error;
  }
}
