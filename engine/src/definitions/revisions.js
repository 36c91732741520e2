/** Documents by `kind/key`, or with `byRevision` by `kind/key@revision`; the later of equals wins. */
export const latestOf = (documents, byRevision = false) =>
  new Map(
    documents.map((item) => {
      const id = `${item.document.kind}/${item.document.key}`;
      return [byRevision ? `${id}@${item.revision}` : id, item];
    }),
  );
/** Remembers what `compute` answered for a key and revision, `undefined` included. */
export function memo(compute) {
  const known = new Map();
  return (key, revision) => {
    const id = `${key}@${revision ?? "live"}`;
    if (known.has(id)) return known.get(id);
    const value = compute(key, revision);
    known.set(id, value);
    return value;
  };
}
//# sourceMappingURL=revisions.js.map
