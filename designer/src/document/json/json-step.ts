/**
 * A text and a drawing of one document, in step both ways. A text that is valid becomes the drawing at once; one that
 * is not leaves the last valid drawing and says where. What is drawn meanwhile never overwrites a text that somebody
 * is in the middle of, nor does that text overwrite what was drawn: the two have parted then, and the person says
 * when they are put together and which of them counts where both changed the same.
 */
import { type ParseError, parse } from "jsonc-parser";
import type { Refusal } from "../../editor/command.ts";
import { type Merged, mergeDocuments } from "../conflict/merge-documents.ts";
import { isSame } from "../is-same.ts";

/** Why a text is not the drawing. */
export type TextFault =
  | { readonly kind: "syntax"; readonly line: number; readonly column: number }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** The text is JSON, but began from something else than what is drawn now. */
  | { readonly kind: "parted" };

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

/** Somebody has typed, while `drawing` is drawn. */
export function typed(step: JsonStep, text: string, drawing: unknown, accept: Accept): JsonStep {
  const parted = !isSame(step.agreed, drawing);
  const fault = syntaxFault(text);
  if (fault) return { ...step, text, fault, parted };
  // The text knows nothing of what was drawn meanwhile: taken whole, it would undo that unseen.
  if (parted) return { ...step, text, fault: { kind: "parted" }, parted };
  const value: unknown = JSON.parse(text);
  const refusal = accept(value);
  if (refusal) return { ...step, text, fault: { kind: "refused", refusal }, parted };
  return { text, agreed: value, fault: null, parted };
}

/** What a parted text and the drawing are together, the text counting at clashes; `null` while it is not JSON. */
export function mergedText({ text, agreed }: JsonStep, drawing: unknown): Merged<unknown> | null {
  return syntaxFault(text) ? null : mergeDocuments<unknown>(agreed, JSON.parse(text), drawing);
}

/** The person takes the text: its changes go into what is drawn now, and what was drawn elsewhere stays. */
export function textTaken(step: JsonStep, drawing: unknown, accept: Accept): JsonStep {
  const merged = mergedText(step, drawing);
  if (!merged) return step;
  const refusal = accept(merged.document);
  return refusal ? { ...step, fault: { kind: "refused", refusal } } : inStep(merged.document);
}

/** The drawing is now `document`. */
export function drawn(step: JsonStep, document: unknown): JsonStep {
  if (step.fault) {
    // A text that waits for the person's word goes on waiting: nothing has taken it yet.
    const parted = step.fault.kind === "parted" || !isSame(step.agreed, document);
    return parted === step.parted ? step : { ...step, parted };
  }
  return isSame(step.agreed, document) ? step : inStep(document);
}

/** Texts that were left invalid or parted, each as long as its document is open. */
const leftTexts = new WeakMap<object, JsonStep>();

/** Remembers a text that is not the drawing beside what it is a text of. */
export function keepStep(session: object, step: JsonStep): void {
  if (step.fault) leftTexts.set(session, step);
  else leftTexts.delete(session);
}

/** The text to go on with where `document` is drawn. */
export function keptStep(session: object, document: unknown): JsonStep {
  const left = leftTexts.get(session);
  return left ? drawn(left, document) : inStep(document);
}
