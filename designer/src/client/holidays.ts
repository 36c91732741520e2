/** Holiday data: what is in use, what waits to be confirmed, and the confirmation. */
import type { Holiday, HolidayDays, Priority, SlaMetric } from "@sluice/schemas";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ApplyTo } from "./documents.ts";
import { queryKeys } from "./query-keys.ts";
import { request, requestWithTag } from "./request.ts";

export interface HolidaySource {
  readonly type: "library" | "upload";
  readonly name: string;
}

export interface Holidays {
  readonly version: number;
  readonly source: HolidaySource;
  /** `null` for what the house began with. */
  readonly confirmedAt: string | null;
  /** The last year with data. */
  readonly until: number;
  readonly days: HolidayDays;
  readonly pending: { readonly source: HolidaySource; readonly days: number; readonly etag: string } | null;
}

/** What a confirmation would change. */
export interface PendingHolidays {
  readonly source: HolidaySource;
  readonly days: readonly {
    readonly date: string;
    readonly from: Holiday | null;
    readonly to: Holiday | null;
  }[];
  readonly calendars: readonly {
    readonly key: string;
    readonly name: string;
    readonly dates: readonly string[];
  }[];
  readonly openClocks: number;
  readonly movedClocks: number;
  /** The largest moves. */
  readonly clocks: readonly {
    readonly ticketId: string;
    readonly number: number;
    readonly subject: string;
    readonly metric: SlaMetric;
    readonly priority: Priority;
    readonly calendar: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly examined: number;
  readonly complete: boolean;
}

export const holidaysQuery = queryOptions({
  queryKey: queryKeys.holidays,
  queryFn: ({ signal }) => request<Holidays>("/holidays", { signal }),
  staleTime: 60_000,
});

/**
 * With the ETag that the confirmation must carry; `etag` is that of the offer, so that another is asked anew. It is asked
 * again once it has been read (at `readAt`) that the offer still waits, and never by itself: what is confirmed is gone.
 */
export const pendingHolidaysQuery = (etag: string, readAt: number) =>
  queryOptions({
    queryKey: queryKeys.pendingHolidays(etag, readAt),
    queryFn: ({ signal }) => requestWithTag<PendingHolidays>("/holidays/pending", { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });

/** Puts a file up for confirmation. @throws ApiError 400 where it holds something else than days. */
export const offerHolidays = (
  name: string,
  days: unknown,
): Promise<{ readonly pending: Holidays["pending"] }> =>
  request("/holidays/pending", { method: "PUT", body: { name, days } });

/** Turns down what waits. @throws ApiError 412 where something else waits by now. */
export const refuseHolidays = (ifMatch: string): Promise<unknown> =>
  request("/holidays/pending", { method: "DELETE", ifMatch });

/** Makes what waits the data in use. @throws ApiError 412 where something else waits by now. */
export const confirmHolidays = (apply: ApplyTo, ifMatch: string): Promise<unknown> =>
  request("/holidays/confirm", { method: "POST", body: { apply }, ifMatch });
