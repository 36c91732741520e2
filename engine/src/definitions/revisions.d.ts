/** Looking up documents by key, and compiling each revision once. */
import type { PublishedDocument } from "./definitions.ts";
/** Documents by `kind/key`, or with `byRevision` by `kind/key@revision`; the later of equals wins. */
export declare const latestOf: (
  documents: readonly PublishedDocument[],
  byRevision?: boolean,
) => ReadonlyMap<string, PublishedDocument>;
/** Remembers what `compute` answered for a key and revision, `undefined` included. */
export declare function memo<T>(
  compute: (key: string, revision: number | undefined) => T,
): (key: string, revision?: number) => T;
