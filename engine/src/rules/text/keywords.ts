/** Keywords as rules write them, with the form in which they are compared. */
import { normaliseText } from "./normalise.ts";

export interface Keyword {
  /** As the author wrote it. */
  readonly written: string;
  /** Normalised; never empty. */
  readonly text: string;
}

/** `undefined` for what is no text, and for one that is empty: an empty keyword would match everything. */
export function keywordOf(value: unknown): Keyword | undefined {
  if (typeof value !== "string") return undefined;
  const text = normaliseText(value);
  return text === "" ? undefined : { written: value, text };
}

/** The usable keywords of one text or a list of them. */
export const keywordsOf = (value: unknown): readonly Keyword[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => keywordOf(one) ?? []);
