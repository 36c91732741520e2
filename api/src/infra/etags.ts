/** ETags of values that are read and put whole: two people who edit the same do not overwrite each other unseen. */
import { sha256 } from "../access/hashes.ts";
import { AppError } from "../errors.ts";

/** The ETag of a JSON value: equal values have equal ones. */
export const etagFor = (value: unknown): string => `"${sha256(JSON.stringify(value ?? null)).slice(0, 16)}"`;

/**
 * Refuses a change whose `If-Match` does not name what is stored; without the header nothing is asked.
 * `stored` is `null` where there is nothing yet. @throws AppError `resource.changed`.
 */
export function requireEtag(ifMatch: string | undefined, stored: unknown): void {
  if (ifMatch === undefined) return;
  const etag = stored === null ? "none" : etagFor(stored);
  const named = ifMatch.split(",").map((part) => part.trim().replace(/^W\//, ""));
  if (stored !== null && (named.includes("*") || named.includes(etag))) return;
  throw new AppError("resource.changed", { values: { etag } });
}
