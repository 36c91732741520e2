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

/** Filters of one value that links from other pages set; here they can only be taken away. */
export const limitFilters = [
  "createdFrom",
  "createdUntil",
  "resolvedFrom",
  "closedFrom",
  "dueBefore",
  "breached",
  "waiting",
  "workflow",
  "incident",
] as const;
export type LimitFilter = (typeof limitFilters)[number];

/** Later than any clock ends: with it `dueBefore` asks for tickets that have a running clock at all. */
export const anyDue = "9999-01-01T00:00:00Z";

export interface TicketFilter extends Readonly<Record<ListFilter, readonly string[]>> {
  readonly view: TicketView;
  readonly q: string;
  readonly limits: Readonly<Partial<Record<LimitFilter, string>>>;
}

const valuesOf = (search: URLSearchParams, name: string): readonly string[] =>
  (search.get(name) ?? "").split(",").filter(Boolean);

/** What stands in the URL for the filters that links set; what would be refused is left out. */
function limitsOf(search: URLSearchParams): TicketFilter["limits"] {
  const given = limitFilters.flatMap((name) => {
    const value = search.get(name) ?? "";
    return isLimit(name, value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

function isLimit(name: LimitFilter, value: string): boolean {
  if (name === "workflow") return value !== "" && value.length <= 63;
  if (name === "breached" || name === "waiting" || name === "incident") return /^(?:true|false)$/.test(value);
  return !Number.isNaN(Date.parse(value));
}

/** Reads the URL; an unknown view becomes the first. */
export function parseTicketFilter(search: URLSearchParams): TicketFilter {
  const view = ticketViews.find((name) => name === search.get("view")) ?? ticketViews[0];
  const lists = Object.fromEntries(listFilters.map((name) => [name, valuesOf(search, name)]));
  const q = search.get("q") ?? "";
  return { ...(lists as Record<ListFilter, readonly string[]>), view, q, limits: limitsOf(search) };
}

/** The URL for a filter; what is at its default is left out, so that links stay short. */
export function toTicketSearch(filter: TicketFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.view !== ticketViews[0]) search.set("view", filter.view);
  if (filter.q !== "") search.set("q", filter.q);
  for (const name of listFilters) {
    if (filter[name].length > 0) search.set(name, filter[name].join(","));
  }
  for (const [name, value] of Object.entries(filter.limits)) search.set(name, value);
  return search;
}

/** True where something besides the view narrows the list. */
export const isNarrowed = (filter: TicketFilter): boolean =>
  filter.q !== "" ||
  Object.keys(filter.limits).length > 0 ||
  listFilters.some((name) => filter[name].length > 0);

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
  const { view, limits, q } = filter;
  return { ...viewQuery(view, agentId), ...limits, ...chosen, ...(q === "" ? {} : { q }) };
}
