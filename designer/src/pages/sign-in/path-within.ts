/** A path of this app, or its start page: an address that leads elsewhere is never followed. */
export function pathWithin(next: string | null): string {
  if (next === null || !next.startsWith("/")) return "/";
  const url = new URL(next, "http://within.invalid");
  return url.origin === "http://within.invalid" ? url.pathname + url.search : "/";
}
