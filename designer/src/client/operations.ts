/** What runs, waits and went wrong: `/operations`, `/runs`, `/incidents`, `/jobs`, `/timers`. */
import type { Json } from "@sluice/schemas";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Items, Page, PathStep, RunView } from "./types.ts";

/** What can be held. */
export type HoldKind = "engine" | "workflow" | "action";

/** Something that operators hold; the engine has no key. */
export interface Hold {
  readonly kind: HoldKind;
  readonly key: string | null;
  readonly at: string;
  /** `user:ops`, `key:erp`, `bootstrap`. */
  readonly by: string;
  readonly reason: string;
}

type Counts = Readonly<Record<string, number>>;

export interface OperationsState {
  readonly paused: readonly Hold[];
  /** By status; what there is none of is missing. */
  readonly runs: Counts;
  readonly jobs: Counts;
  readonly incidents: Counts;
  readonly timers: { readonly pending: number; readonly due: number; readonly next: string | null };
}

export interface HoldChange {
  readonly kind: HoldKind;
  readonly key?: string;
  readonly paused: boolean;
  readonly reason?: string;
}

/** What a row is about, by the names that people know; `null` where it does not apply. */
interface RowNames {
  readonly ticketNumber: number | null;
  readonly subject: string | null;
  readonly workflow: string | null;
  readonly workflowName: string | null;
}

/** The way to a row's ticket. */
export interface TicketRef extends Pick<RowNames, "ticketNumber" | "subject"> {
  readonly ticket: string | null;
}

export type RunStatus = RunView["status"];

export interface RunSummary extends TicketRef {
  readonly id: string;
  readonly workflow: string;
  /** As its own revision calls it. */
  readonly workflowName: string | null;
  readonly revision: number;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** A token that stands on a node; `for` says what it waits for. */
export interface RunWait {
  readonly node: string;
  readonly since: string;
  readonly for: { readonly type: string; readonly [detail: string]: Json } | null;
}

export interface RunDetail extends RunView, TicketRef {
  /** With the job of each visit that had one. */
  readonly path: readonly (PathStep & { readonly job?: (JobView & JobSaid) | null })[];
  readonly variables: { readonly [name: string]: Json };
  readonly waiting: readonly RunWait[];
}

export interface RunFilter {
  readonly workflow: string | null;
  readonly status: string | null;
}

export type IncidentStatus = "open" | "retried" | "skipped";

export interface IncidentView extends TicketRef, RowNames {
  readonly id: string;
  readonly nodeName: string | null;
  readonly run: string | null;
  readonly node: string | null;
  readonly job: string | null;
  /** `node`, `job`, `reply` (a message was not sent), `reference` (two evaluators differ). */
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly details: Json;
  readonly status: IncidentStatus;
  readonly createdAt: string;
  readonly closedAt: string | null;
}

export interface JobView extends TicketRef, RowNames {
  readonly id: string;
  readonly nodeName: string | null;
  readonly run: string | null;
  readonly node: string | null;
  readonly action: string | null;
  readonly version: string | null;
  readonly status: "pending" | "running" | "done" | "failed" | "dead" | "cancelled";
  readonly attempts: number;
  readonly maxAttempts: number;
  /** When it is tried next, or was to be tried. */
  readonly runAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error: Json;
}

/** How far a job is. */
export interface JobProgressView {
  readonly at: string;
  readonly attempt: number;
  readonly done: number;
  readonly total: number;
  readonly text?: string;
}

/** What a job has said while it ran: the last lines of its log, and how far it was. */
export interface JobSaid {
  readonly progress: JobProgressView | null;
  readonly log: readonly {
    readonly at: string;
    readonly attempt: number;
    readonly level: "debug" | "info" | "warn" | "error";
    readonly message: string;
    readonly data?: Json;
  }[];
  /** Earlier lines that were not kept. */
  readonly logDropped: number;
}

/** A job in full; secrets of its plugin are blanked out. */
export interface JobDetail extends JobView, JobSaid {
  readonly input: Json;
  readonly output: Json;
  /** What its tries failed by. */
  readonly errors: readonly {
    readonly at: string;
    readonly attempt: number;
    readonly code: string;
    readonly message: string;
  }[];
}

export interface TimerView extends TicketRef, RowNames {
  readonly key: string;
  readonly kind: string;
  readonly node: string | null;
  readonly nodeName: string | null;
  readonly campaign: string | null;
  readonly campaignName: string | null;
  readonly dueAt: string;
}

/** Rows on one page of runs and incidents. */
const pageSize = 50;

/** The most jobs or timers that are answered; they come in one page. */
export const mostListed = 200;

const everyMs = 15_000;

export const operationsQuery = queryOptions({
  queryKey: queryKeys.operationsState,
  queryFn: ({ signal }) => request<OperationsState>("/operations", { signal }),
  refetchInterval: everyMs,
});

/** Holds or lets go on; doing so twice changes nothing. @throws ApiError 404 for what is not there. */
export const changeHold = (change: HoldChange): Promise<OperationsState> =>
  request("/operations/pause", { method: "POST", body: change });

/** Runs, the newest first. */
export const runListQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: queryKeys.operationsList("runs", filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<RunSummary>>("/runs", {
        query: { ...filter, cursor: pageParam, limit: pageSize },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });

/** One run with its path, the values of its variables and what it waits for. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.operationsList("run", { id }),
    queryFn: ({ signal }) => request<RunDetail>(`/runs/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: everyMs,
  });

/** @throws ApiError 409 `run.ended` where it has ended meanwhile. */
export const cancelRun = (id: string): Promise<unknown> =>
  request(`/runs/${encodeURIComponent(id)}/cancel`, { method: "POST" });

/** What incidents are narrowed to. */
export interface IncidentFilter {
  readonly status: IncidentStatus;
  readonly kind: string | null;
  readonly workflow: string | null;
}

/** Incidents, the oldest first. */
export const incidentListQuery = (filter: IncidentFilter) =>
  infiniteQueryOptions({
    queryKey: queryKeys.operationsList("incidents", filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<IncidentView>>("/incidents", {
        query: { ...filter, cursor: pageParam, limit: pageSize },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });

/** What becomes of an incident: its node is tried again under the same key, or passed over. */
export type Settling = "retry" | "skip";

/** @throws ApiError 409 `incident.closed` where somebody settled it meanwhile. */
export const settleIncident = (id: string, how: Settling): Promise<unknown> =>
  request(`/incidents/${encodeURIComponent(id)}/${how}`, { method: "POST" });

/** Chosen incidents, or all open ones that match. */
export type IncidentChoice =
  | { readonly ids: readonly string[] }
  | { readonly filter: { readonly status: "open"; readonly kind?: string; readonly workflow?: string } };

/** Many incidents settled by the server, also while nobody looks. */
export interface SettlingJob {
  readonly id: string;
  readonly do: Settling;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly status: "running" | "done" | "cancelled";
  /** At most 50 are named; all are counted. */
  readonly failures: readonly { readonly id: string; readonly code: string; readonly reason: string }[];
}

/** Begins to settle them. @throws ApiError 422 `bulk.too-many`. */
export const startSettling = (choice: IncidentChoice, how: Settling): Promise<SettlingJob> =>
  request("/incidents/bulk", { method: "POST", body: { ...choice, do: how } });

/** What is not settled yet stays open. */
export const stopSettling = (id: string): Promise<SettlingJob> =>
  request(`/incidents/bulk/${encodeURIComponent(id)}`, { method: "DELETE" });

/** The job, asked for again until it has ended. */
export const settlingQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.bulkJob(id),
    queryFn: ({ signal }) => request<SettlingJob>(`/incidents/bulk/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "running" || !state.data ? 400 : false),
  });

/** Open runs that are to move; without `to` to the live revision, without `from` those of every other. */
export interface Move {
  readonly workflow: string;
  readonly to?: number;
  readonly from?: number;
  /** Old node → the node that takes its place. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** What moving comes to. */
export interface MovePlan {
  readonly workflow: string;
  readonly to: number;
  readonly runs: number;
  readonly ready: number;
  readonly unmapped: readonly {
    readonly node: string;
    readonly target: string;
    readonly reason: string;
    readonly revision: number;
    readonly runs: number;
  }[];
  readonly migrated: number;
  /** Runs that moved on meanwhile and now stand where no place is. */
  readonly refused: readonly string[];
}

/** What moving would come to; nothing is changed. */
export const movePlanQuery = (move: Move) =>
  queryOptions({
    queryKey: queryKeys.operationsList("move", move),
    queryFn: ({ signal }) =>
      request<MovePlan>("/runs/migrate", { method: "POST", body: { ...move, dryRun: true }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Moves them, all or none. @throws ApiError 422 `run.unmapped` where a node has no place. */
export const moveRuns = (move: Move): Promise<MovePlan> =>
  request("/runs/migrate", { method: "POST", body: move });

export const jobListQuery = (status: string | null) =>
  queryOptions({
    queryKey: queryKeys.operationsList("jobs", { status }),
    queryFn: ({ signal }) =>
      request<Items<JobView>>("/jobs", { query: { status, limit: mostListed }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });

/** One job; live events say when it has said more. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.operationsList("job", { id }),
    queryFn: ({ signal }) => request<JobDetail>(`/jobs/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: everyMs,
  });

/** Timers, the next one first. */
export const timerListQuery = queryOptions({
  queryKey: queryKeys.operationsList("timers", {}),
  queryFn: ({ signal }) => request<Items<TimerView>>("/timers", { query: { limit: mostListed }, signal }),
  refetchInterval: everyMs,
});
