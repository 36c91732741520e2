/** Which stretches of the typed subject and body were found by rules. */
import type { LeafTrace, TextMatch } from "@sluice/schemas";

/** A stretch of a text, UTF-16 offsets; `strong` = found by the rule that is looked at. */
export interface LitSpan {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
}

export interface LitTexts {
  readonly subject: readonly LitSpan[];
  readonly body: readonly LitSpan[];
}

/** Where subject and body stand within `ticket.text`: joined by a line break, empty parts left out. */
function offsetsOf(subject: string, body: string): { readonly subject: number; readonly body: number } {
  return { subject: 0, body: subject === "" ? 0 : subject.length + (body === "" ? 0 : 1) };
}

const within = ({ start, end }: TextMatch, offset: number, length: number, strong: boolean): LitSpan[] => {
  const from = Math.max(0, start - offset);
  const to = Math.min(length, end - offset);
  return from < to ? [{ start: from, end: to, strong }] : [];
};

/** Lights what the leaves found in the texts of a ticket. */
export function litTexts(
  subject: string,
  body: string,
  leaves: readonly { readonly leaf: LeafTrace; readonly strong: boolean }[],
): LitTexts {
  const offsets = offsetsOf(subject, body);
  const lit = { subject: [] as LitSpan[], body: [] as LitSpan[] };
  for (const { leaf, strong } of leaves) {
    for (const match of leaf.matches ?? []) {
      if (leaf.fact === "ticket.text" || leaf.fact === "ticket.subject")
        lit.subject.push(...within(match, 0, subject.length, strong));
      if (leaf.fact === "ticket.text") lit.body.push(...within(match, offsets.body, body.length, strong));
      if (leaf.fact === "ticket.body") lit.body.push(...within(match, 0, body.length, strong));
    }
  }
  return lit;
}

/** A text cut at every edge of a span. */
export interface LitPiece {
  readonly start: number;
  readonly text: string;
  readonly lit: "no" | "lit" | "strong";
}

/** How a stretch without an edge inside is lit. */
function litAt(spans: readonly LitSpan[], start: number, end: number): LitPiece["lit"] {
  const over = spans.filter((span) => span.start <= start && span.end >= end);
  if (over.length === 0) return "no";
  return over.some(({ strong }) => strong) ? "strong" : "lit";
}

/** The whole text in pieces, nothing lost; neighbours that are lit alike are one. */
export function litPieces(text: string, spans: readonly LitSpan[]): readonly LitPiece[] {
  const edges = spans.flatMap(({ start, end }) => [start, end]).filter((edge) => edge < text.length);
  const sorted = [...new Set([0, text.length, ...edges])].sort((a, b) => a - b);
  const pieces: LitPiece[] = [];
  for (const [index, start] of sorted.slice(0, -1).entries()) {
    const end = sorted[index + 1] ?? text.length;
    const piece = { start, text: text.slice(start, end), lit: litAt(spans, start, end) };
    const last = pieces.at(-1);
    if (last?.lit === piece.lit) pieces.splice(-1, 1, { ...last, text: last.text + piece.text });
    else pieces.push(piece);
  }
  return pieces;
}
