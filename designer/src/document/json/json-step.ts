/**
 * A text and a drawing of one document, in step both ways. A text that is valid becomes the drawing at once; one that
 * is not leaves the last valid drawing and says where. What is drawn meanwhile never overwrites a text that somebody
 * is in the middle of: the two have parted then, and the person says which of them counts.
 */
import { type ParseError, parse } from "jsonc-parser";
import type { Refusal } from "../../editor/command.ts";
import { isSame } from "../is-same.ts";

/** Why a text is not the drawing. */
export type TextFault =
  | { readonly kind: "syntax"; readonly line: number; readonly column: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface JsonStep {
  readonly text: string;
  /** What text and drawing last agreed on. */
  readonly agreed: unknown;
  readonly fault: TextFault | null;
  /** The drawing has changed while the text was invalid. */
  readonly parted: boolean;
}

/** How a document is written out. */
export const toText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** A text in step with a document. */
export const inStep = (document: unknown): JsonStep => ({
  text: toText(document),
  agreed: document,
  fault: null,
  parted: false,
});

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The first place where a text is not JSON; `undefined` when all of it is. */
export function syntaxFault(text: string): TextFault | undefined {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return first && { kind: "syntax", ...placeAt(text, first.offset) };
}

/** Puts the value that a text stands for into the drawing; answers why not. */
export type Accept = (value: unknown) => Refusal | undefined;

/** Somebody has typed. */
export function typed(step: JsonStep, text: string, accept: Accept): JsonStep {
  const fault = syntaxFault(text);
  if (fault) return { ...step, text, fault };
  const value: unknown = JSON.parse(text);
  const refusal = accept(value);
  if (refusal) return { ...step, text, fault: { kind: "refused", refusal } };
  return { text, agreed: value, fault: null, parted: false };
}

/** The drawing is now `document`. */
export function drawn(step: JsonStep, document: unknown): JsonStep {
  if (isSame(step.agreed, document)) return step.parted ? { ...step, parted: false } : step;
  return step.fault ? { ...step, parted: true } : inStep(document);
}
