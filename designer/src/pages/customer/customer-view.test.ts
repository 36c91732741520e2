import { expect, it } from "vitest";
import type { CustomerView } from "../../client/customers.ts";
import { countOf, historyQuery, historyViews, parseHistoryView } from "./customer-view.ts";

const view: CustomerView = {
  customer: { id: "c1", lastAssignee: null, lastAssignedAt: null },
  totals: {
    tickets: 9,
    open: 4,
    breached: 1,
    byStatus: { new: 1, open: 2, pending_customer: 1, on_hold: 0, resolved: 3, closed: 2 },
    firstAt: null,
    lastAt: null,
  },
};

it("counts each tab, and open with done are all", () => {
  expect(historyViews.map((name) => countOf(name, view))).toEqual([9, 4, 1, 5]);
});

it("asks for the customer's tickets, newest first, on every tab", () => {
  for (const name of historyViews)
    expect(historyQuery(name, "c1")).toMatchObject({ customer: "c1", sort: "newest" });
  expect(parseHistoryView(new URLSearchParams("view=x"))).toBe("all");
});
