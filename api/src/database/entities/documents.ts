/** Documents with their draft, and their immutable revisions. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

export interface DocumentRow {
  kind: string;
  key: string;
  name: string;
  /** JSON of the draft, or NULL when there is none. */
  draft: string | null;
  /** Counts every change of the draft, also its removal: never the same twice. */
  draft_version: number;
  draft_by: string | null;
  draft_at: number | null;
  live_revision: number | null;
  deleted_at: number | null;
}

export const documents = defineTable<DocumentRow>(
  "documents",
  {
    kind: word,
    key: word,
    name: text,
    draft: nullable(text),
    draft_version: int,
    draft_by: nullable(word),
    draft_at: nullable(instant),
    live_revision: nullable(int),
    deleted_at: nullable(instant),
  },
  { primary: ["kind", "key"] },
);

export interface RevisionRow {
  kind: string;
  key: string;
  revision: number;
  document: string;
  comment: string;
  author: string;
  published_at: number;
  /** Whether open clocks follow this revision. */
  apply: "new" | "open";
  rollback_of: number | null;
}

export const revisions = defineTable<RevisionRow>(
  "revisions",
  {
    kind: word,
    key: word,
    revision: int,
    document: text,
    comment: text,
    author: word,
    published_at: instant,
    apply: word,
    rollback_of: nullable(int),
  },
  { primary: ["kind", "key", "revision"] },
);
