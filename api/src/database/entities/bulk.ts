/** Work on many tickets at once: the job, and what became of each ticket in it. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

export interface BulkJobRow {
  id: string;
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
  ticket_id: string;
  /** `done` is written in the transaction of the ticket's own event: no ticket gets it twice. */
  status: "pending" | "done" | "failed" | "cancelled";
  /** Why it failed: an error code. */
  code: string | null;
}

export const bulkItems = defineTable<BulkItemRow>(
  "bulk_items",
  { job_id: word, position: int, ticket_id: word, status: word, code: nullable(word) },
  { primary: ["job_id", "ticket_id"], indexes: [["job_id", "status", "position"]] },
);
