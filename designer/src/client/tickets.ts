/** Tickets: the list, one ticket with its timeline, and what a person may do to it. */
import type { ConditionTrace, TicketInput } from "@sluice/schemas";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { type QueryValue, request, requestWithTag } from "./request.ts";
import type { Items, Page, Ticket, TicketPatch, TicketSummary, TimelineItem } from "./types.ts";

/** Tickets on one page of the list. */
export const ticketPageSize = 50;

export type TicketQuery = Readonly<Record<string, QueryValue>>;

const pathOf = (id: string): string => `/tickets/${encodeURIComponent(id)}`;

/** The list for a filter, page by page. Open calendars run clocks down, hence the refresh each minute. */
export const ticketListQuery = (filter: TicketQuery) =>
  infiniteQueryOptions({
    queryKey: queryKeys.ticketList(filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<TicketSummary>>("/tickets", {
        query: { ...filter, cursor: pageParam, limit: ticketPageSize },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** A few tickets for a typed text or number. */
export const ticketSearchQuery = (text: string) =>
  queryOptions({
    queryKey: queryKeys.ticketSearch(text),
    queryFn: ({ signal }) =>
      request<Page<TicketSummary>>("/tickets", { query: { q: text, limit: 8 }, signal }),
    enabled: text !== "",
    staleTime: 10_000,
  });

/** Tickets on the page that {@link touchedQuery} counts. */
const mostCounted = 200;

/** How many open tickets a revision of a ruleset classified last; `more` where there are more than were counted. */
export const touchedQuery = (ruleset: string, revision: number) =>
  queryOptions({
    queryKey: queryKeys.ticketList({ ruleset, revision, open: true, counted: true }),
    queryFn: async ({ signal }) => {
      const query = { ruleset, revision, open: true, limit: mostCounted };
      const { items, nextCursor } = await request<Page<TicketSummary>>("/tickets", { query, signal });
      return { count: items.length, more: nextCursor !== null };
    },
  });

/** One ticket with the tag its changes must carry. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.ticket(id),
    queryFn: ({ signal }) => requestWithTag<Ticket>(pathOf(id), { signal }),
    refetchInterval: 60_000,
  });

/** The whole log: the api answers it in pages, and a page needs the end as much as the beginning. */
async function fetchTimeline(id: string, signal: AbortSignal): Promise<Items<TimelineItem>> {
  const items: TimelineItem[] = [];
  for (let after: string | null = "0"; after !== null; ) {
    const page: Page<TimelineItem> = await request(`${pathOf(id)}/timeline`, { query: { after }, signal });
    items.push(...page.items);
    after = page.nextCursor;
  }
  return { items };
}

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.timeline(id),
    queryFn: ({ signal }) => fetchTimeline(id, signal),
  });

/** What became of one rule in a past classification. */
export interface RuleAnswer {
  readonly id: string;
  readonly name: string;
  readonly campaign?: string;
  readonly state: "matched" | "not-matched" | "unknown" | "disabled" | "inactive" | "not-reached";
  /** Of a rule that took no part: what it would have come to. */
  readonly condition: ConditionTrace;
}

/** Every rule of a past classification, on the facts of then. */
export interface WhyAnswer {
  /** Asked again, the same rules match as then. */
  readonly same: boolean;
  readonly rules: readonly RuleAnswer[];
}

/** What was decided does not change, so it is asked once. */
export const whyQuery = (id: string, event: string, ruleset: string) =>
  queryOptions({
    queryKey: queryKeys.why(id, event, ruleset),
    queryFn: ({ signal }) =>
      request<WhyAnswer>(`${pathOf(id)}/decisions/${encodeURIComponent(event)}/why`, {
        query: { ruleset },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const createTicket = (ticket: TicketInput): Promise<Ticket> =>
  request("/tickets", { method: "POST", body: ticket });

/** @throws ApiError 412 where the ticket has changed since it was read. */
export const patchTicket = (id: string, patch: TicketPatch, ifMatch: string | undefined): Promise<unknown> =>
  request(pathOf(id), { method: "PATCH", body: patch, ifMatch });

/** `public: false` is a note that the customer never sees. */
export const sendMessage = (id: string, message: { text: string; public: boolean }): Promise<unknown> =>
  request(`${pathOf(id)}/messages`, { method: "POST", body: { author: "agent", ...message } });

/** What can be done to a ticket besides changing its facts. */
export type TicketAction =
  | { readonly do: "claim" }
  | { readonly do: "release" }
  | { readonly do: "assign"; readonly agent: string }
  | { readonly do: "transfer"; readonly group: string };

/** @throws ApiError 409 where somebody else was first or a limit is reached. */
export function actOnTicket(id: string, { do: name, ...body }: TicketAction): Promise<unknown> {
  return request(`${pathOf(id)}/${name}`, { method: "POST", body });
}

/** Claims the head of a pool. @throws ApiError 409 where it is empty or the limit is reached. */
export const claimFromPool = (pool: string): Promise<TicketSummary> =>
  request(`/pools/${encodeURIComponent(pool)}/claim`, { method: "POST", body: {} });
