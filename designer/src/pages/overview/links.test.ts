import { expect, it } from "vitest";
import { parseTicketFilter, toTicketQuery } from "../tickets/ticket-filter.ts";
import { type OverviewLinks, overviewLinks } from "./links.ts";

const todayFrom = "2026-11-10T16:00:00.000Z";
const sla = {
  running: 0,
  warning: 0,
  breached: 0,
  dueSoon: 0,
  dueSoonBefore: "2026-11-11T04:00:00.000Z",
  byMetric: [],
};
const links = overviewLinks({ todayFrom, sla });

/** What the ticket list asks of the api under a link. */
const asked = (of: (links: OverviewLinks) => string) => {
  const { view: _view, ...search } = Object.fromEntries(new URL(of(links), "http://house").searchParams);
  const url = new URL(of(links), "http://house");
  expect(url.pathname).toBe("/tickets");
  expect(search).toBeDefined();
  const { sort: _sort, ...query } = toTicketQuery(parseTicketFilter(url.searchParams), null);
  return query;
};

const open = { status: ["new", "open", "pending_customer", "on_hold"] };

it("asks for exactly what each number counts", () => {
  expect(asked((it) => it.today)).toEqual({ createdFrom: todayFrom });
  expect(asked((it) => it.channelToday("jd"))).toEqual({ channel: ["jd"], createdFrom: todayFrom });
  expect(asked((it) => it.channelOpen("jd"))).toEqual({ ...open, channel: ["jd"] });
  expect(asked((it) => it.unclassified)).toEqual({ category: ["none"], createdFrom: todayFrom });
  expect(asked((it) => it.category("logistics"))).toEqual({
    category: ["logistics"],
    createdFrom: todayFrom,
  });
  expect(asked((it) => it.breached)).toEqual({ ...open, sla: "breached" });
  expect(asked((it) => it.warning)).toEqual({ ...open, sla: "at-risk" });
  expect(asked((it) => it.dueSoon)).toEqual({ ...open, breached: "false", dueBefore: sla.dueSoonBefore });
  expect(asked((it) => it.groupWaiting("vip"))).toEqual({ group: ["vip"], waiting: "true" });
  expect(asked((it) => it.pool("overflow"))).toEqual({ pool: ["overflow"] });
  expect(asked((it) => it.workflow("returns"))).toEqual({ workflow: "returns" });
  expect(asked((it) => it.resolvedToday)).toEqual({ resolvedFrom: todayFrom });
  expect(asked((it) => it.closedToday)).toEqual({ closedFrom: todayFrom });
  expect(asked((it) => it.open)).toEqual(open);
});
