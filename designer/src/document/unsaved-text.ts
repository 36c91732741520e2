/**
 * Unsaved texts in local storage: they outlive a reload, a crash and a lost connection. Each tab has texts of its own,
 * so that two tabs on one draft do not overwrite each other; what a tab left behind is taken up by the next that opens
 * the document. Parts that do not change with each stroke (what it was made from) are written apart.
 */
import type { DocumentKind } from "@sluice/schemas";
import type { UnsavedStore, UnsavedText } from "./draft-sync.ts";
import { livingTabs, tabId } from "./tab-id.ts";

const parts = ["base", "document", "sent"] as const;
type Part = (typeof parts)[number];

interface Header {
  readonly etag: string;
  /** When the text was last written, epoch ms. */
  readonly at: number;
}

/** Where it cannot be asked which tabs live: one that has written nothing for so long is gone. */
const silentMs = 120_000;

const prefixOf = (kind: DocumentKind, key: string): string => `sluice.unsaved.${kind}.${key}.`;

function readJson(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    // Forbidden storage, or somebody else's text: as if there were none.
    return null;
  }
}

function writeJson(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the draft is still saved to the server.
  }
}

function removeAll(place: string): void {
  try {
    for (const part of ["", ...parts]) localStorage.removeItem(place + part);
  } catch {
    // Nothing was kept then.
  }
}

function placesOf(kind: DocumentKind, key: string): readonly string[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
    const prefix = prefixOf(kind, key);
    return names.filter((name) => name.startsWith(prefix) && name.endsWith("."));
  } catch {
    return [];
  }
}

function readAt<D>(place: string): UnsavedText<D> | null {
  const header = readJson(place) as Header | null;
  const [base, document, sent] = parts.map((part) => readJson(place + part) as D | null);
  if (!header || !base || !document) return null;
  return { etag: header.etag, base, document, sent: sent ?? null };
}

/** This tab's texts of a document. */
export function unsavedStore<D>(kind: DocumentKind, key: string): UnsavedStore<D> {
  const place = `${prefixOf(kind, key)}${tabId()}.`;
  const written = new Map<Part, unknown>();
  return {
    write(text) {
      for (const part of parts) {
        if (written.get(part) === text[part] && written.has(part)) continue;
        writeJson(place + part, text[part]);
        written.set(part, text[part]);
      }
      // Last, so that a text is only found once it is whole.
      writeJson(place, { etag: text.etag, at: Date.now() } satisfies Header);
    },
    clear() {
      written.clear();
      removeAll(place);
    },
  };
}

/**
 * The unsaved text to go on with: this tab's own, else what a tab that is gone has left. The latter is moved here,
 * so that one tab alone takes it up.
 */
export async function takeUnsaved<D>(kind: DocumentKind, key: string): Promise<UnsavedText<D> | null> {
  const prefix = prefixOf(kind, key);
  const mine = readAt<D>(`${prefix}${tabId()}.`);
  if (mine) return mine;
  const living = await livingTabs();
  const left = placesOf(kind, key).find((place) => isLeft(place, place.slice(prefix.length, -1), living));
  if (left === undefined) return null;
  const text = readAt<D>(left);
  if (text) unsavedStore<D>(kind, key).write(text);
  removeAll(left);
  return text;
}

function isLeft(place: string, tab: string, living: ReadonlySet<string> | null): boolean {
  if (living) return !living.has(tab);
  return Date.now() - ((readJson(place) as Header | null)?.at ?? 0) > silentMs;
}
