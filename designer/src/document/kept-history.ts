/**
 * The undo history of this tab, kept over a reload. It is bounded, and it is only given back for the very document
 * it leads to: patches that do not fit would do harm.
 */
import type { DocumentKind } from "@sluice/schemas";
import { emptyHistory, type History } from "../editor/history.ts";

/** Longest text that is kept, in characters; the oldest entries go first. */
const longest = 1_500_000;

interface Kept {
  readonly fingerprint: string;
  readonly history: History;
}

/** Which history: nobody undoes what somebody else drew in this tab. */
export interface HistoryOf {
  /** The id of the person who draws. */
  readonly owner: string;
  readonly kind: DocumentKind;
  readonly key: string;
}

const nameOf = ({ owner, kind, key }: HistoryOf): string => `sluice.history.${owner}.${kind}.${key}`;

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A short name for a document's content; the order of keys says nothing (FNV-1a over the sorted text). */
export function fingerprintOf(document: unknown): string {
  const text = JSON.stringify(document, sorted);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}

/** The history without its oldest entries, so that its text is at most `limit` characters long. */
export function boundedHistory({ entries, position }: History, limit = longest): History {
  const lengths = entries.map((entry) => JSON.stringify(entry).length);
  let total = lengths.reduce((sum, length) => sum + length, 0);
  let dropped = 0;
  // What is still to be redone hangs on everything before it: only the past can be forgotten.
  while (total > limit && dropped < position) {
    total -= lengths[dropped] ?? 0;
    dropped += 1;
  }
  return total > limit ? emptyHistory : { entries: entries.slice(dropped), position: position - dropped };
}

/** Keeps the history that leads to `document`. */
export function keepHistory(of: HistoryOf, document: unknown, history: History): void {
  try {
    if (history.entries.length === 0) sessionStorage.removeItem(nameOf(of));
    else {
      const kept: Kept = { fingerprint: fingerprintOf(document), history: boundedHistory(history) };
      sessionStorage.setItem(nameOf(of), JSON.stringify(kept));
    }
  } catch {
    // Full or forbidden: the history then lasts as long as the page.
  }
}

/** The kept history if it leads to `document`, else an empty one. */
export function keptHistory(of: HistoryOf, document: unknown): History {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(of)) ?? "null") as Kept | null;
    return kept?.fingerprint === fingerprintOf(document) ? kept.history : emptyHistory;
  } catch {
    return emptyHistory;
  }
}
