import { describe, expect, it } from "vitest";
import { createTicketState } from "./new-ticket.ts";
import { monday, newState } from "./ticket.fixture.ts";

describe("createTicketState", () => {
  it("makes a new ticket that waits for its first answer since it was created", () => {
    const { ticket, ...rest } = newState();
    expect(ticket).toMatchObject({
      id: "t1",
      number: 7,
      status: "new",
      priority: "P3",
      priorityExplicit: false,
      createdAt: monday,
      updatedAt: monday,
      unansweredSince: monday,
      messageCount: 0,
      body: "",
    });
    expect(rest).toEqual({
      text: { parts: [], last: null },
      classification: null,
      sla: null,
      clocks: [],
      routing: null,
      runs: [],
      tasks: [],
      seq: 0,
    });
  });

  it("keeps what the caller knows: when it was created, its priority as explicit, each tag once", () => {
    const createdAt = "2026-03-01T10:00:00+08:00";
    const { ticket } = newState({ createdAt, priority: "P0", tags: ["a", "b", "a"] });
    expect(ticket).toMatchObject({
      createdAt: Date.parse(createdAt),
      unansweredSince: Date.parse(createdAt),
      updatedAt: monday,
      priority: "P0",
      priorityExplicit: true,
      tags: ["a", "b"],
    });
  });

  it("puts what the caller says of a customer before what is known already", () => {
    const input = { channel: "jd", subject: "x", customer: { id: "c1", tier: "gold" } };
    const known = { tier: "silver", annualSpend: 900, openTickets: 2 };
    const { ticket } = createTicketState({ id: "t", number: 1, input, known, parent: "p" }, monday);
    expect(ticket.customer).toEqual({ id: "c1", tier: "gold", annualSpend: 900, openTickets: 2 });
    expect(ticket.parent).toBe("p");
  });

  it.each([
    ["在吗", "", "zh"],
    ["hello", "发票", "zh"],
    ["hello", "there", "en"],
    ["", "  ", null],
  ])("takes %j %j for %s", (subject, body, language) => {
    expect(newState({ subject, body }).ticket.language).toBe(language);
  });

  it("is JSON", () => {
    const state = newState();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});

it("a ticket keeps the capacity kind that its channel had when it came in", () => {
  const input = { channel: "web", subject: "hi", customer: { id: "c" } };
  expect(createTicketState({ id: "t", number: 1, input }, monday, "chat").ticket.capacityKind).toBe("chat");
});
