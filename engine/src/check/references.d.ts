/** Whatever a document points to: other documents, people, categories. Each miss says kind and key. */
import { type DocumentKind, type Problem } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** What can be referred to by a key. */
export type ReferenceKind = DocumentKind | "group" | "agent" | "skill" | "category";
/** `reference.missing` with the kind in both languages. */
export declare function missing(path: string, kind: ReferenceKind, key: string): Problem;
/** One reference; a key that is left out refers to nothing. The calendar `24x7` is always there. */
export declare const checkReference: (kind: ReferenceKind, key: string | undefined, path: string, context: CheckContext) => Problem[];
