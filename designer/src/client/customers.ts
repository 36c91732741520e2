/** One customer: what is known of them, and their tickets counted. */
import type { CustomerInput, TicketStatus } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";

export interface CustomerView {
  readonly customer: CustomerInput & {
    /** Who answered for them last. */
    readonly lastAssignee: string | null;
    readonly lastAssignedAt: string | null;
  };
  readonly totals: {
    readonly tickets: number;
    readonly open: number;
    /** Open tickets with a breached clock. */
    readonly breached: number;
    readonly byStatus: Readonly<Record<TicketStatus, number>>;
    readonly firstAt: string | null;
    readonly lastAt: string | null;
  };
}

/** @throws ApiError 404 where nobody of this id has ever written. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.customer(id),
    queryFn: ({ signal }) =>
      request<CustomerView>(`/customers/${encodeURIComponent(id)}`, { query: { limit: 1 }, signal }),
    refetchInterval: 60_000,
  });
