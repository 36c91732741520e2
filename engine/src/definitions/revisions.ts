/** Looking up documents by key, and compiling each revision once. */
import type { PublishedDocument } from "./definitions.ts";

/** Documents by `kind/key`, or with `byRevision` by `kind/key@revision`; the later of equals wins. */
export const latestOf = (
  documents: readonly PublishedDocument[],
  byRevision = false,
): ReadonlyMap<string, PublishedDocument> =>
  new Map(
    documents.map((item) => {
      const id = `${item.document.kind}/${item.document.key}`;
      return [byRevision ? `${id}@${item.revision}` : id, item];
    }),
  );

/** Remembers what `compute` answered for a key and revision, `undefined` included. */
export function memo<T>(
  compute: (key: string, revision: number | undefined) => T,
): (key: string, revision?: number) => T {
  const known = new Map<string, Map<number | undefined, T>>();
  return (key, revision) => {
    let revisions = known.get(key);
    if (!revisions) {
      revisions = new Map();
      known.set(key, revisions);
    }
    const found = revisions.get(revision);
    if (found !== undefined || revisions.has(revision)) return found as T;
    const value = compute(key, revision);
    revisions.set(revision, value);
    return value;
  };
}
