/** The tabs of a customer's history: how many each holds, and how the api is asked for them. */
import type { CustomerView } from "../../client/customers.ts";
import type { TicketQuery } from "../../client/tickets.ts";

export const historyViews = ["all", "open", "breached", "done"] as const;
export type HistoryView = (typeof historyViews)[number];

/** The tab of the URL; an unknown one becomes the first. */
export const parseHistoryView = (search: URLSearchParams): HistoryView =>
  historyViews.find((view) => view === search.get("view")) ?? "all";

export const countOf = (view: HistoryView, { totals }: CustomerView): number => {
  const counts: Readonly<Record<HistoryView, number>> = {
    all: totals.tickets,
    open: totals.open,
    breached: totals.breached,
    done: totals.byStatus.resolved + totals.byStatus.closed,
  };
  return counts[view];
};

const narrowed: Readonly<Record<HistoryView, TicketQuery>> = {
  all: {},
  open: { open: true },
  breached: { open: true, sla: "breached" },
  done: { status: ["resolved", "closed"] },
};

/** A comma in an id would read as two customers; the api has no such ids from its channels. */
export const historyQuery = (view: HistoryView, customer: string): TicketQuery => ({
  ...narrowed[view],
  customer,
  sort: "newest",
});
