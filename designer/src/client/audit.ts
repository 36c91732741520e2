/** Who changed what; for administrators. */
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Page } from "./types.ts";

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  /** `user:ops`, `key:erp`, `bootstrap`. */
  readonly actor: string;
  /** `document.publish`, `user.create`, … */
  readonly action: string;
  /** `<kind>:<id>`. */
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditFilter {
  readonly actor: string | null;
  readonly target: string | null;
}

/** The log, the newest first. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: queryKeys.audit(filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<AuditEntry>>("/audit", { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
