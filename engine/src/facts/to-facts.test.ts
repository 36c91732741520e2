import { describe, expect, it } from "vitest";
import { builtInFacts } from "../rules/facts/built-in.ts";
import type { TicketEvent } from "../state/events.ts";
import { monday, newState, ticketWith } from "../ticket/ticket.fixture.ts";
import { type FactSource, toFacts } from "./to-facts.ts";

const event: TicketEvent = {
  type: "message.received",
  message: { id: "m1", author: "customer", public: true, text: "退款" },
  id: "e1",
  at: monday,
  actor: { type: "customer" },
};

const source = (over: Partial<FactSource> = {}): FactSource => ({
  ticket: ticketWith({}),
  text: newState().text,
  event,
  changes: [],
  message: null,
  assigneeGroups: [],
  now: monday,
  timezone: "Asia/Shanghai",
  campaigns: [],
  variables: {},
  clock: null,
  ...over,
});

/** A ticket that has everything. */
const everything = source({
  ticket: ticketWith({
    shop: "s1",
    stage: "待仓库收货",
    category: "presales.other",
    assignee: "a1",
    customer: { id: "c1", name: "n", tier: "vip", annualSpend: 1, tags: ["t"], openTickets: 2 },
    order: { id: "o1", amount: 9, status: "paid", trackingNo: "SF1" },
    fields: { refundAmount: 5 },
  }),
  message: { author: "customer", public: true, text: "退款" },
  assigneeGroups: ["g"],
  changes: ["stage"],
  campaigns: ["double11"],
  variables: { score: 4 },
  clock: (metric) => ({ state: metric === "resolution" ? "breached" : "running", remainingMinutes: -3 }),
});

describe("toFacts", () => {
  it("gives every built-in fact, in its type", () => {
    const facts = toFacts(everything);
    for (const { id, type } of builtInFacts) {
      const value = facts[id];
      expect(value, id).toBeDefined();
      if (type === "string[]") expect(Array.isArray(value), id).toBe(true);
      else if (type === "number" || type === "instant") expect(typeof value, id).toBe("number");
      else if (type === "boolean") expect(typeof value, id).toBe("boolean");
      else expect(typeof value, id).toBe("string");
    }
  });

  it("gives nothing beyond the catalog but fields, variables and what was fetched", () => {
    const known = new Set(builtInFacts.map(({ id }) => id));
    const others = Object.keys(toFacts(everything)).filter((id) => !known.has(id));
    expect(others).toEqual(["ticket.fields.refundAmount", "vars.score"]);
    const fetched = toFacts(source({ event: { ...event, facts: { "erp.level": 3 } } }));
    expect(fetched["erp.level"]).toBe(3);
  });

  it("offers only values that the catalog lists, where it lists them", () => {
    const facts = toFacts(everything);
    for (const { id, options } of builtInFacts)
      if (options)
        expect(
          options.map(({ value }) => value),
          id,
        ).toContain(facts[id]);
  });

  it("leaves out what the ticket does not have: missing is not null", () => {
    const facts = toFacts(source());
    for (const id of [
      "ticket.shop",
      "ticket.stage",
      "ticket.category",
      "order.id",
      "message.text",
      "agent.id",
    ])
      expect(facts[id], id).toBeUndefined();
    expect(facts["sla.resolution.state"]).toBeUndefined();
    expect(Object.values(facts)).not.toContain(null);
  });

  it("reads each metric's latest clock; a metric without one has no facts, nor has a house that asks for none", () => {
    const reading = { state: "running", remainingMinutes: 7 };
    const facts = toFacts(source({ clock: (metric) => (metric === "resolution" ? reading : undefined) }));
    expect(facts["sla.resolution.state"]).toBe("running");
    expect(facts["sla.resolution.remainingMinutes"]).toBe(7);
    expect(facts["sla.assignment.state"]).toBeUndefined();
    expect(Object.keys(toFacts(source())).filter((id) => id.startsWith("sla."))).toEqual([]);
  });

  it("tells the time of the workspace, not of the server", () => {
    const facts = toFacts(source({ timezone: "America/New_York" }));
    expect([facts["time.hour"], facts["time.weekday"], facts["time.date"]]).toEqual([21, 7, "2026-03-01"]);
  });
});
