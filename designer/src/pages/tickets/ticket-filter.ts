/** The list's filter as it stands in the URL, and as the api is asked. */
import type { QueryValue } from "../../client/request.ts";
import { openStatuses } from "../../client/vocabulary.ts";

/** Ready-made views; the other filters narrow them further. */
export const ticketViews = ["open", "mine", "atRisk", "breached", "all"] as const;
export type TicketView = (typeof ticketViews)[number];

/** Filters that hold several values. */
export const listFilters = [
  "status",
  "priority",
  "channel",
  "group",
  "assignee",
  "pool",
  "category",
  "tag",
] as const;
export type ListFilter = (typeof listFilters)[number];

export interface TicketFilter extends Readonly<Record<ListFilter, readonly string[]>> {
  readonly view: TicketView;
  readonly q: string;
}

const valuesOf = (search: URLSearchParams, name: string): readonly string[] =>
  (search.get(name) ?? "").split(",").filter(Boolean);

/** Reads the URL; an unknown view becomes the first. */
export function parseTicketFilter(search: URLSearchParams): TicketFilter {
  const view = ticketViews.find((name) => name === search.get("view")) ?? ticketViews[0];
  const lists = Object.fromEntries(listFilters.map((name) => [name, valuesOf(search, name)]));
  return { ...(lists as Record<ListFilter, readonly string[]>), view, q: search.get("q") ?? "" };
}

/** The URL for a filter; what is at its default is left out, so that links stay short. */
export function toTicketSearch(filter: TicketFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.view !== ticketViews[0]) search.set("view", filter.view);
  if (filter.q !== "") search.set("q", filter.q);
  for (const name of listFilters) {
    if (filter[name].length > 0) search.set(name, filter[name].join(","));
  }
  return search;
}

/** True where something besides the view narrows the list. */
export const isNarrowed = (filter: TicketFilter): boolean =>
  filter.q !== "" || listFilters.some((name) => filter[name].length > 0);

type Query = Record<string, QueryValue>;

/** What the view asks for, work by what is due first; an explicit choice of the same filter goes before it. */
function viewQuery(view: TicketView, agentId: string | null): Query {
  const open: Query = { status: openStatuses, sort: "due" };
  switch (view) {
    case "all":
      return { sort: "newest" };
    case "open":
      return open;
    case "mine":
      return { ...open, assignee: agentId === null ? [] : [agentId] };
    case "breached":
      return { ...open, sla: "breached" };
    case "atRisk":
      return { ...open, sla: "at-risk" };
  }
}

/** The api's query; `agentId` is who "mine" means. */
export function toTicketQuery(filter: TicketFilter, agentId: string | null): Query {
  const chosen = Object.fromEntries(
    listFilters.filter((name) => filter[name].length > 0).map((name) => [name, filter[name]]),
  );
  return { ...viewQuery(filter.view, agentId), ...chosen, ...(filter.q === "" ? {} : { q: filter.q }) };
}
