/** A key from a name: its Latin letters and digits; where a name has none, the kind with a number. */
export function keyFor(name: string, kind: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 56)
    .replace(/-+$/, "");
  if (words !== "" && !taken.has(words)) return words;
  const stem = words === "" ? kind : words;
  for (let n = words === "" ? 1 : 2; ; n += 1) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}
