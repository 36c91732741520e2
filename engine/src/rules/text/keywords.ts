/** Keywords as rules write them, with the form in which they are compared. */
import type { IndexHint } from "../operator.ts";
import { normaliseText } from "./normalise.ts";

/** Size of the table of characters that a text is filtered by; several characters share a slot. */
export const characterSlots = 4_096;

/** The slot of a UTF-16 code unit. */
export const characterSlot = (code: number): number => code & (characterSlots - 1);

export interface Keyword {
  /** As the author wrote it. */
  readonly written: string;
  /** Normalised; never empty. */
  readonly text: string;
  /** Slots of its first and last code unit. */
  readonly first: number;
  readonly last: number;
}

/** `undefined` for what is no text, and for one that is empty: an empty keyword would match everything. */
export function keywordOf(value: unknown): Keyword | undefined {
  if (typeof value !== "string") return undefined;
  const text = normaliseText(value);
  if (text === "") return undefined;
  const first = characterSlot(text.charCodeAt(0));
  return { written: value, text, first, last: characterSlot(text.charCodeAt(text.length - 1)) };
}

/** The usable keywords of one text or a list of them. */
export const keywordsOf = (value: unknown): readonly Keyword[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => keywordOf(one) ?? []);

/** The index hint of an operator that looks for keywords; for no keywords at all, one that is never true. */
export const keywordHint = (
  keywords: Keyword | readonly Keyword[] = [],
  how: Partial<Extract<IndexHint, { type: "keywords" }>> = {},
): IndexHint => {
  const list = "text" in keywords ? [keywords] : keywords;
  const hint = {
    type: "keywords",
    keywords: list.map(({ text }) => text),
    need: "any",
    exact: true,
  } as const;
  return list.length > 0 ? { ...hint, ...how } : hint;
};
