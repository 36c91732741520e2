/** The same done to many tickets: a job with progress. */
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { type QueryValue, request } from "./request.ts";

export type BulkAction =
  | { readonly type: "assign"; readonly agents: readonly string[] }
  | { readonly type: "transfer"; readonly group: string }
  | { readonly type: "reroute" | "reclassify" | "resolve" };

/** Chosen tickets, or all that a filter of the list finds. */
export type BulkSelection =
  | { readonly ids: readonly string[] }
  | { readonly filter: Readonly<Record<string, QueryValue>> };

export interface BulkJob {
  readonly id: string;
  readonly do: BulkAction;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly status: "running" | "done" | "cancelled";
  /** At most 50 are named; all are counted. */
  readonly failures: readonly { readonly ticketId: string; readonly code: string }[];
}

/** Starts a job. @throws ApiError 422 `bulk.too-many`, `agent.unknown`, `group.unknown`. */
export const startBulk = (selection: BulkSelection, action: BulkAction): Promise<BulkJob> =>
  request("/tickets/bulk", { method: "POST", body: { ...selection, do: action } });

/** Cancels what is left of a job; what is done stays done. */
export const cancelBulk = (id: string): Promise<BulkJob> =>
  request(`/tickets/bulk/${encodeURIComponent(id)}`, { method: "DELETE" });

/** A job, asked for again until it has ended. */
export const bulkJobQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.bulkJob(id),
    queryFn: ({ signal }) => request<BulkJob>(`/tickets/bulk/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "running" || !state.data ? 400 : false),
  });
