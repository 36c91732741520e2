/**
 * Every number of tickets of the overview → the list of exactly these tickets. The addresses say what `GET /overview`
 * promises each number to be the length of.
 */
import type { Overview } from "../../client/overview.ts";
import { anyDue, type TicketFilter, toTicketSearch } from "../tickets/ticket-filter.ts";

const nothing: TicketFilter = {
  view: "open",
  q: "",
  limits: {},
  status: [],
  priority: [],
  channel: [],
  group: [],
  assignee: [],
  pool: [],
  category: [],
  tag: [],
};

const listOf = (filter: Partial<TicketFilter>): string => {
  const search = toTicketSearch({ ...nothing, ...filter }).toString();
  return search === "" ? "/tickets" : `/tickets?${search}`;
};

/** The lists behind one answer's numbers. */
export function overviewLinks({ todayFrom, sla }: Pick<Overview, "todayFrom" | "sla">) {
  const today = { view: "all", limits: { createdFrom: todayFrom } } as const;
  return {
    today: listOf(today),
    open: listOf({}),
    channelToday: (channel: string) => listOf({ ...today, channel: [channel] }),
    channelOpen: (channel: string) => listOf({ channel: [channel] }),
    unclassified: listOf({ ...today, category: ["none"] }),
    category: (key: string) => listOf({ ...today, category: [key] }),
    running: listOf({ limits: { dueBefore: anyDue } }),
    warning: listOf({ view: "atRisk" }),
    breached: listOf({ view: "breached" }),
    dueSoon: listOf({ limits: { breached: "false", dueBefore: sla.dueSoonBefore } }),
    waiting: listOf({ view: "all", limits: { waiting: "true" } }),
    groupWaiting: (group: string) => listOf({ view: "all", limits: { waiting: "true" }, group: [group] }),
    groupOpen: (group: string) => listOf({ group: [group] }),
    pool: (pool: string) => listOf({ view: "all", pool: [pool] }),
    workflow: (workflow: string) => listOf({ view: "all", limits: { workflow } }),
    incident: listOf({ view: "all", limits: { incident: "true" } }),
    resolvedToday: listOf({ view: "all", limits: { resolvedFrom: todayFrom } }),
    closedToday: listOf({ view: "all", limits: { closedFrom: todayFrom } }),
  };
}

export type OverviewLinks = ReturnType<typeof overviewLinks>;
