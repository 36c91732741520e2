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

/** The whole text in pieces, nothing lost. */
export function litPieces(text: string, spans: readonly LitSpan[]): readonly LitPiece[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of spans) {
    if (start < text.length) edges.add(start);
    if (end < text.length) edges.add(end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const lit = over.length === 0 ? "no" : over.some(({ strong }) => strong) ? "strong" : "lit";
    return { start, text: text.slice(start, end), lit };
  });
}
