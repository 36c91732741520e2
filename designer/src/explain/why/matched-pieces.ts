/** Cuts a text into lit and plain pieces around what was found. */
import type { TextMatch } from "@sluice/schemas";

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly lit: boolean;
}

/** Characters of plain text kept on each side of a match. */
const around = 16;

/** Overlapping matches melt together; one that reaches beyond the text is cut. */
function merged(matches: readonly TextMatch[], length: number): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    const [from, to] = [Math.max(0, start), Math.min(length, end)];
    if (from >= to) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

/** Plain text between matches, shortened in the middle where it is long. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (isFirst && isLast) return text;
  const head = isFirst ? "" : text.slice(0, around);
  const tail = isLast ? "" : text.slice(-around);
  return text.length <= head.length + tail.length + 1 ? text : `${head}…${tail}`;
}

/** The pieces in the text's order; matches are UTF-16 offsets. */
export function matchedPieces(text: string, matches: readonly TextMatch[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of merged(matches, text.length)) {
    if (from > at)
      pieces.push({ start: at, text: shortened(text.slice(at, from), at === 0, false), lit: false });
    pieces.push({ start: from, text: text.slice(from, to), lit: true });
    at = to;
  }
  if (at < text.length)
    pieces.push({ start: at, text: shortened(text.slice(at), at === 0, true), lit: false });
  return pieces;
}
