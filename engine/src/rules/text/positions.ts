/**
 * Where keywords stand in a text as the customer wrote it, although they are found in its normalised form.
 * The text is cut into the smallest pieces that normalise on their own (a character with its combining marks);
 * each normalised position then belongs to one piece.
 */
import type { TextMatch } from "@sluice/schemas";
import type { Keyword } from "./keywords.ts";
import { normaliseText } from "./normalise.ts";

/** Most matches that one leaf reports. */
const maxMatches = 100;

/**
 * Hangul jamo compose with each other and with the syllable before them, compatibility jamo too;
 * half-width kana take a separate voiced mark; everything else takes its combining marks.
 * The captured runs (ASCII, common ideographs, full-width forms) normalise one to one and need no cutting.
 */
const piecePattern =
  /([\u0020-\u007e\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]+)(?![\p{M}\uff9e\uff9f])|(?:[\uac00-\ud7a3][\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uffa0-\uffdc]*|[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7ff\uffa0-\uffdc]+|[\s\S])[\p{M}\uff9e\uff9f]*/gu;

interface Aligned {
  readonly text: string;
  /** For each normalised code unit, where its piece begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function align(source: string): Aligned {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const piece of source.matchAll(piecePattern)) {
    const normalised = normaliseText(piece[0]);
    const oneToOne = piece[1] !== undefined;
    text += normalised;
    for (let index = 0; index < normalised.length; index += 1) {
      starts.push(piece.index + (oneToOne ? index : 0));
      ends.push(piece.index + (oneToOne ? index + 1 : piece[0].length));
    }
  }
  return { text, starts, ends };
}

/** The text that was looked at last: the rules that matched a ticket mostly read the same one. */
let last: { readonly source: string; readonly aligned: Aligned } | undefined;

function alignOnce(source: string): Aligned {
  if (last?.source !== source) last = { source, aligned: align(source) };
  return last.aligned;
}

/** Says whether an occurrence in the normalised text counts. */
export type Counts = (text: string, at: number) => boolean;

/** Every occurrence that counts, by position; at most a hundred. Empty for what is no text. */
export function findAll(
  actual: unknown,
  keywords: readonly Keyword[],
  counts: Counts = () => true,
): readonly TextMatch[] {
  if (typeof actual !== "string") return [];
  const { text, starts, ends } = alignOnce(actual);
  const found: TextMatch[] = [];
  for (const { written, text: keyword } of keywords) {
    // An occurrence that does not count may overlap one that does; those that count are told one after the other.
    let step = 1;
    for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + step)) {
      if (found.length >= maxMatches) break;
      const isFound = counts(text, at);
      step = isFound ? keyword.length : 1;
      if (!isFound) continue;
      const start = starts[at] as number;
      found.push({ keyword: written, start, end: ends[at + keyword.length - 1] as number });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
