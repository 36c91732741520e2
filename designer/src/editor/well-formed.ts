/**
 * Whether a document is well-formed, asked after every change: of the long lists only the items that changed are looked
 * at again. A document shares what did not change with the one before it, and is never written to, so an item that was
 * well-formed still is. Where anything is wrong the whole document says what.
 */
import { type AnyDocument, type DocumentKind, parseDocument } from "@sluice/schemas";

/** The lists of a spec whose items say nothing about each other: their schemas look at one item at a time. */
export const longLists: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  classification: ["rules"],
  sla: ["tiers", "reminders"],
  routing: ["routes"],
  workflow: ["nodes", "edges", "notes"],
  campaign: ["phases"],
};

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isObject = (item: unknown): item is object => typeof item === "object" && item !== null;

/** Answers as `parseDocument` does; asking about documents in a row costs what changed between them. */
export function createWellFormed(): typeof parseDocument {
  const known = new Map<string, WeakSet<object>>();

  function knownOf(list: string): WeakSet<object> {
    const found = known.get(list) ?? new WeakSet();
    known.set(list, found);
    return found;
  }

  /** The lists of the document that are really lists, by name. */
  function listsOf(document: unknown): readonly (readonly [name: string, items: readonly unknown[]])[] {
    if (!isParts(document) || !isParts(document.spec)) return [];
    const { kind, spec } = document;
    const names =
      typeof kind === "string" && Object.hasOwn(longLists, kind) ? longLists[kind as DocumentKind] : [];
    return (names ?? []).flatMap((name) => {
      const items = spec[name];
      return Array.isArray(items) ? [[name, items] as const] : [];
    });
  }

  /** The document with nothing in its long lists but what is new; the first item stays, as some must not be empty. */
  function reduced(document: unknown): unknown {
    const lists = listsOf(document);
    if (lists.length === 0 || !isParts(document) || !isParts(document.spec)) return document;
    const fresh = lists.map(([name, items]) => {
      const seen = knownOf(name);
      return [name, items.filter((item, at) => at === 0 || !isObject(item) || !seen.has(item))] as const;
    });
    return { ...document, spec: { ...document.spec, ...Object.fromEntries(fresh) } };
  }

  return (document) => {
    const short = parseDocument(reduced(document));
    const parsed = short.ok ? { ok: true as const, value: document as AnyDocument } : parseDocument(document);
    if (!parsed.ok) return parsed;
    for (const [name, items] of listsOf(document)) {
      const seen = knownOf(name);
      for (const item of items) if (isObject(item)) seen.add(item);
    }
    return parsed;
  };
}
