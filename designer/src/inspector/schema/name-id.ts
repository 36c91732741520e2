/** Ids for things that people name: made once, then kept, because ports and edges hang on them. */

const slug = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);

/** An id from a name that none of `taken` is; names without Latin letters are numbered after `otherwise`. */
export function idFromName(name: string, taken: Iterable<string>, otherwise: string): string {
  const used = new Set(taken);
  const own = slug(name);
  const base = own === "" ? otherwise : own;
  if (own !== "" && !used.has(base)) return base;
  for (let n = own === "" ? 1 : 2; ; n += 1) if (!used.has(`${base}-${n}`)) return `${base}-${n}`;
}
