/** Work on many things at once: the job, and what became of each thing in it. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

/** What a job is about. */
export type BulkSubject = "tickets" | "incidents" | "runs";

export interface BulkJobRow {
  id: string;
  /** NULL in rows of releases that knew tickets only. */
  subject: BulkSubject | null;
  /** JSON: what is done to each. */
  action: string;
  /** JSON: who wanted it; the actor of every event. */
  actor: string;
  /** The caller's name, for lists and the audit log. */
  started_by: string;
  status: "running" | "done" | "cancelled";
  total: number;
  created_at: number;
  finished_at: number | null;
  /** On a shared database: until when the process that works it off is left alone with it. */
  leased_until?: number | null;
}

export const bulkJobs = defineTable<BulkJobRow>(
  "bulk_jobs",
  {
    id: word,
    subject: nullable(word),
    action: text,
    actor: text,
    started_by: word,
    status: word,
    total: int,
    created_at: instant,
    finished_at: nullable(instant),
    leased_until: nullable(instant),
  },
  { primary: ["id"], indexes: [["status"]] },
);

export interface BulkItemRow {
  job_id: string;
  /** Its place in the job, from 1. */
  position: number;
  /** The id of the ticket, incident or run. */
  item_id: string;
  /** `done` is written in the transaction that does it: nothing gets it twice. */
  status: "pending" | "done" | "failed" | "cancelled";
  /** Why it failed: an error code. */
  code: string | null;
}

export const bulkItems = defineTable<BulkItemRow>(
  "bulk_items",
  { job_id: word, position: int, item_id: word, status: word, code: nullable(word) },
  { primary: ["job_id", "item_id"], indexes: [["job_id", "status", "position"]] },
);
