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

/** Texts are their owner's: who signs in next in this browser must not save them under another name. */
const prefixOf = (owner: string, kind: DocumentKind, key: string): string =>
  `sluice.unsaved.${owner}.${kind}.${key}.`;

function readJson(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    // Forbidden storage, or somebody else's text: as if there were none.
    return null;
  }
}

/** Whether it was kept. Where storage is full or forbidden, the draft is still saved to the server. */
function writeJson(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function removeAll(place: string): void {
  try {
    for (const part of ["", ...parts]) localStorage.removeItem(place + part);
  } catch {
    // Nothing was kept then.
  }
}

function placesOf(prefix: string): readonly string[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
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

/** This tab's texts of a document that `owner` draws. */
export function unsavedStore<D>(owner: string, kind: DocumentKind, key: string): UnsavedStore<D> {
  const place = `${prefixOf(owner, kind, key)}${tabId()}.`;
  const written = new Map<Part, unknown>();
  return {
    write(text) {
      const isKept = parts.every((part) => {
        if (written.has(part) && written.get(part) === text[part]) return true;
        written.set(part, text[part]);
        return writeJson(place + part, text[part]);
      });
      // Last, so that a text is only found once it is whole.
      const header: Header = { etag: text.etag, at: Date.now() };
      if (isKept && writeJson(place, header)) return;
      // What was kept before is older than the drawing: taken up again, it would pass for the newest.
      written.clear();
      removeAll(place);
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
export async function takeUnsaved<D>(
  owner: string,
  kind: DocumentKind,
  key: string,
): Promise<UnsavedText<D> | null> {
  const prefix = prefixOf(owner, kind, key);
  const mine = readAt<D>(`${prefix}${tabId()}.`);
  if (mine) return mine;
  const living = await livingTabs();
  const left = placesOf(prefix).find((place) => isLeft(place, place.slice(prefix.length, -1), living));
  if (left === undefined) return null;
  const text = readAt<D>(left);
  if (text) unsavedStore<D>(owner, kind, key).write(text);
  removeAll(left);
  return text;
}

function isLeft(place: string, tab: string, living: ReadonlySet<string> | null): boolean {
  if (living) return !living.has(tab);
  return Date.now() - ((readJson(place) as Header | null)?.at ?? 0) > silentMs;
}
