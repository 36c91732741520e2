/** The strip's figures: how many, where they are listed, and whether somebody should look. */
import type { OperationsState } from "../../../client/operations.ts";

export interface Figure {
  /** Last part of its message key `operations.strip.<id>`. */
  readonly id: "incidents" | "active" | "pending" | "running" | "late";
  readonly count: number;
  readonly to: string;
  readonly tone: "calm" | "warn" | "danger";
}

/** A calm zero stays calm; only incidents and late timers ever call. */
export const toFigures = ({ incidents, runs, jobs, timers }: OperationsState): readonly Figure[] => [
  {
    id: "incidents",
    count: incidents.open ?? 0,
    to: "/operations/incidents",
    tone: (incidents.open ?? 0) > 0 ? "danger" : "calm",
  },
  { id: "active", count: runs.active ?? 0, to: "/operations/runs?status=active", tone: "calm" },
  { id: "pending", count: jobs.pending ?? 0, to: "/operations/jobs?status=pending", tone: "calm" },
  { id: "running", count: jobs.running ?? 0, to: "/operations/jobs?status=running", tone: "calm" },
  { id: "late", count: timers.due, to: "/operations/timers", tone: timers.due > 0 ? "warn" : "calm" },
];
