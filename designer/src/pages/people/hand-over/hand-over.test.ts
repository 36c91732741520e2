import { expect, it } from "vitest";
import type { ClockView, TicketSummary } from "../../../client/types.ts";
import { firstChoice, handedOver, newOwners, nextDue, toAction } from "./hand-over.ts";

const clock = (due: string, state: ClockView["state"] = "running") => ({ due, state }) as ClockView;
const ticket = (change: Partial<TicketSummary> = {}) =>
  ({
    id: "t1",
    number: 1,
    subject: "退货",
    assignee: "a1",
    group: "g",
    pool: null,
    sla: { resolution: clock("2026-03-03T00:00:00Z"), firstResponse: clock("2026-03-02T00:00:00Z", "met") },
    ...change,
  }) as TicketSummary;

it("asks for a target before anything is done", () => {
  expect(toAction(firstChoice)).toEqual({ type: "reroute" });
  expect(toAction({ ...firstChoice, to: "group" })).toBeUndefined();
  expect(toAction({ ...firstChoice, to: "group", group: "vip" })).toEqual({ type: "transfer", group: "vip" });
  expect(toAction({ ...firstChoice, to: "agents" })).toBeUndefined();
  expect(toAction({ ...firstChoice, to: "agents", agents: ["a"] })).toEqual({
    type: "assign",
    agents: ["a"],
  });
});

it("looks at the next clock that still runs", () => {
  expect(nextDue(ticket())).toBe("2026-03-03T00:00:00Z");
  expect(nextDue(ticket({ sla: {} }))).toBeNull();
});

it("says whether a clock was broken", () => {
  const after = { assignee: "a2", group: "g", pool: null };
  expect(handedOver(ticket(), { ...after, sla: ticket().sla })).toMatchObject({
    assignee: "a2",
    sameDue: true,
  });
  const later = { ...ticket().sla, resolution: clock("2026-03-04T00:00:00Z") };
  expect(handedOver(ticket(), { ...after, sla: later })).toMatchObject({
    sameDue: false,
    due: "2026-03-04T00:00:00Z",
  });
});

it("counts new owners, those with most first; a pool and a queue are owners too", () => {
  const one = (assignee: string | null, pool: string | null, group: string | null) =>
    handedOver(ticket(), { assignee, pool, group, sla: {} });
  expect(
    newOwners([
      one(null, "p", "g"),
      one("a2", null, "g"),
      one("a2", null, "g"),
      one(null, null, "g"),
      one(null, null, null),
    ]),
  ).toEqual([
    { type: "agent", key: "a2", count: 2 },
    { type: "pool", key: "p", count: 1 },
    { type: "group", key: "g", count: 1 },
    { type: "nobody", key: "", count: 1 },
  ]);
});
