/**
 * Where keywords stand in a text as the customer wrote it, although they are found in its normalised form.
 * The text is cut into the smallest pieces that normalise on their own (a character with its combining marks);
 * each normalised position then belongs to one piece.
 */
import type { TextMatch } from "@sluice/schemas";
import type { Keyword } from "./keywords.ts";
/** Says whether an occurrence in the normalised text counts. */
export type Counts = (text: string, at: number) => boolean;
/** Every occurrence that counts, by position; at most a hundred. Empty for what is no text. */
export declare function findAll(actual: unknown, keywords: readonly Keyword[], counts?: Counts): readonly TextMatch[];
