/** What is still to happen or went wrong: timers, jobs, runs, tasks, incidents. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

/** Something that happens at an instant; the key makes it happen once. */
export interface TimerRow {
  key: string;
  kind: string;
  ticket_id: string | null;
  due_at: number;
  payload: string;
  /** On a shared database: until when the process that took it is left alone with it, by the database's time. */
  leased_until?: number | null;
}

export const timers = defineTable<TimerRow>(
  "timers",
  {
    key: word,
    kind: word,
    ticket_id: nullable(word),
    due_at: instant,
    payload: text,
    leased_until: nullable(instant),
  },
  { primary: ["key"], indexes: [["due_at"]] },
);

export type JobStatus = "pending" | "running" | "done" | "failed" | "dead" | "cancelled";

/** An effect to be executed at least once; the id is its idempotency key `runId:nodeId:visit`. */
export interface JobRow {
  id: string;
  ticket_id: string | null;
  run_id: string | null;
  node: string | null;
  kind: "action" | "reply" | "notify";
  action: string | null;
  version: string | null;
  input: string;
  status: JobStatus;
  attempts: number;
  max_attempts: number;
  run_at: number;
  started_at: number | null;
  finished_at: number | null;
  result: string | null;
  error: string | null;
  /** On a shared database: a running job whose lease has passed belongs to a process that is gone. */
  leased_until?: number | null;
}

export const jobs = defineTable<JobRow>(
  "jobs",
  {
    id: word,
    ticket_id: nullable(word),
    run_id: nullable(word),
    node: nullable(word),
    kind: word,
    action: nullable(word),
    version: nullable(word),
    input: text,
    status: word,
    attempts: int,
    max_attempts: int,
    run_at: instant,
    started_at: nullable(instant),
    finished_at: nullable(instant),
    result: nullable(text),
    error: nullable(text),
    leased_until: nullable(instant),
  },
  { primary: ["id"], indexes: [["status", "run_at"], ["ticket_id"]] },
);

/** What a job has said, beside it: claims and ingest never read it, and most jobs have none. */
export interface JobReportRow {
  job_id: string;
  /** JSON array: the last lines of its log, over all its tries. */
  log: string;
  /** Lines that have fallen out. */
  dropped: number;
  /** JSON array: what its tries failed by. */
  errors: string;
  /** JSON: how far it is. */
  progress: string | null;
  updated_at: number;
}

export const jobReports = defineTable<JobReportRow>(
  "job_reports",
  { job_id: word, log: text, dropped: int, errors: text, progress: nullable(text), updated_at: instant },
  { primary: ["job_id"] },
);

/** One execution of a workflow; open runs live in their ticket, ended ones whole in `data`. */
export interface RunRow {
  id: string;
  ticket_id: string | null;
  workflow: string;
  revision: number;
  status: string;
  started_at: number;
  ended_at: number | null;
  data: string;
}

export const runs = defineTable<RunRow>(
  "runs",
  {
    id: word,
    ticket_id: nullable(word),
    workflow: word,
    revision: int,
    status: word,
    started_at: instant,
    ended_at: nullable(instant),
    data: text,
  },
  { primary: ["id"], indexes: [["ticket_id"], ["workflow", "status"], ["ended_at"]] },
);

export interface TaskRow {
  id: string;
  ticket_id: string | null;
  run_id: string;
  title: string;
  grp: string | null;
  assignee: string | null;
  status: string;
  due_at: number | null;
  created_at: number;
  data: string;
}

export const tasks = defineTable<TaskRow>(
  "tasks",
  {
    id: word,
    ticket_id: nullable(word),
    run_id: word,
    title: text,
    grp: nullable(word),
    assignee: nullable(word),
    status: word,
    due_at: nullable(instant),
    created_at: instant,
    data: text,
  },
  { primary: ["id"], indexes: [["status", "grp"], ["run_id"]] },
);

/** A node that failed for good and waits for somebody. */
export interface IncidentRow {
  id: string;
  ticket_id: string | null;
  run_id: string | null;
  node: string | null;
  job_id: string | null;
  kind: string;
  code: string;
  message: string;
  details: string;
  status: "open" | "retried" | "skipped";
  created_at: number;
  closed_at: number | null;
}

export const incidents = defineTable<IncidentRow>(
  "incidents",
  {
    id: word,
    ticket_id: nullable(word),
    run_id: nullable(word),
    node: nullable(word),
    job_id: nullable(word),
    kind: word,
    code: word,
    message: text,
    details: text,
    status: word,
    created_at: instant,
    closed_at: nullable(instant),
  },
  { primary: ["id"], indexes: [["status", "created_at"], ["run_id"]] },
);
