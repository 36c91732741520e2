/** A template cut where its look changes: plain text, what stands in braces, and names nobody gives. */
import type { UnknownName } from "./template-names.ts";

export interface TemplatePiece {
  readonly start: number;
  readonly text: string;
  readonly kind: "text" | "expression" | "unknown";
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const covers = (spans: readonly Span[], place: number): boolean =>
  spans.some(({ start, end }) => place >= start && place < end);

/** The pieces in order; together they are the text. */
export function templatePieces(text: string, unknown: readonly UnknownName[]): readonly TemplatePiece[] {
  const braces = [...text.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const cuts = new Set([0, ...[...braces, ...unknown].flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].filter((place) => place < text.length).sort((a, b) => a - b);
  return places.map((start, index) => ({
    start,
    text: text.slice(start, places[index + 1]),
    kind: covers(unknown, start) ? "unknown" : covers(braces, start) ? "expression" : "text",
  }));
}
