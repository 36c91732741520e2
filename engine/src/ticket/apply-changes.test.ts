import { type TicketStatus, ticketStatuses } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EngineError } from "../errors.ts";
import { applyChanges, applyStatus, changedProperties, isDone } from "./apply-changes.ts";
import { monday, ticketWith } from "./ticket.fixture.ts";

const later = monday + 1000;
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return (error as EngineError).code;
  }
  return undefined;
};

describe("the life of a status", () => {
  const allowed: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
    new: ["open", "pending_customer", "on_hold", "resolved", "closed"],
    open: ["pending_customer", "on_hold", "resolved", "closed"],
    pending_customer: ["open", "on_hold", "resolved", "closed"],
    on_hold: ["open", "pending_customer", "resolved", "closed"],
    resolved: ["open", "closed"],
    closed: ["open"],
  };
  const pairs = ticketStatuses.flatMap((from) => ticketStatuses.map((to) => [from, to] as const));

  it.each(pairs)("%s → %s", (from, to) => {
    const ticket = ticketWith({ status: from });
    if (from === to) expect(applyStatus(ticket, to, later)).toBe(ticket);
    else if (allowed[from].includes(to)) expect(applyStatus(ticket, to, later).status).toBe(to);
    else expect(codeOf(() => applyStatus(ticket, to, later))).toBe("ticket.transition");
  });

  it("remembers when it was resolved and closed, and forgets it on reopening", () => {
    const resolved = applyStatus(ticketWith({ status: "open" }), "resolved", later);
    expect(resolved).toMatchObject({ resolvedAt: later, closedAt: null, reopenCount: 0 });
    const closed = applyStatus(resolved, "closed", later + 1);
    expect(closed).toMatchObject({ resolvedAt: later, closedAt: later + 1 });
    expect(applyStatus(closed, "open", later + 2)).toMatchObject({
      resolvedAt: null,
      closedAt: null,
      reopenCount: 1,
    });
  });

  it("counts as resolved what is closed at once", () => {
    expect(applyStatus(ticketWith({ status: "new" }), "closed", later)).toMatchObject({
      resolvedAt: later,
      closedAt: later,
    });
  });

  it("does not call it a reopening when work goes on", () => {
    expect(applyStatus(ticketWith({ status: "pending_customer" }), "open", later).reopenCount).toBe(0);
  });

  it("has a resolution exactly while it is done, whatever happens", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ticketStatuses), { maxLength: 20 }), (statuses) => {
        let ticket = ticketWith({ status: "new" });
        statuses.forEach((status, index) => {
          if (codeOf(() => applyStatus(ticket, status, later)) !== undefined) return;
          const before = ticket;
          ticket = applyStatus(ticket, status, later + index);
          expect(ticket.resolvedAt !== null).toBe(isDone(ticket.status));
          expect(ticket.closedAt !== null).toBe(ticket.status === "closed");
          const reopened = isDone(before.status) && ticket.status === "open";
          expect(ticket.reopenCount).toBe(before.reopenCount + (reopened ? 1 : 0));
        });
      }),
    );
  });
});

describe("applyChanges", () => {
  const ticket = ticketWith({ tags: ["a", "b"], fields: { x: 1, y: 2 }, category: "c", stage: "s" });

  it("changes only what is named", () => {
    expect(applyChanges(ticket, {}, later, true)).toEqual(ticket);
    expect(applyChanges(ticket, { stage: null, category: null }, later, false)).toMatchObject({
      stage: null,
      category: null,
    });
  });

  it("adds tags once, and removing goes before adding", () => {
    const changes = { addTags: ["b", "c", "c", "d"], removeTags: ["a", "d"] };
    expect(applyChanges(ticket, changes, later, false).tags).toEqual(["b", "c"]);
  });

  it("lays fields over those that are there", () => {
    expect(applyChanges(ticket, { fields: { y: null, z: [3] } }, later, false).fields).toEqual({
      x: 1,
      y: null,
      z: [3],
    });
  });

  it("marks what a person chose, and keeps the mark", () => {
    const byWorkflow = applyChanges(ticket, { priority: "P0", category: "d" }, later, false);
    expect(byWorkflow).toMatchObject({ priorityExplicit: false, categoryExplicit: false });
    const byAgent = applyChanges(ticket, { priority: "P1", category: "d" }, later, true);
    expect(byAgent).toMatchObject({ priorityExplicit: true, categoryExplicit: true });
    const after = applyChanges(byAgent, { priority: "P2", category: null }, later, false);
    expect(after).toMatchObject({ priority: "P2", priorityExplicit: true, categoryExplicit: true });
    expect(applyChanges(ticket, { stage: "x" }, later, true)).toMatchObject({
      priorityExplicit: false,
      categoryExplicit: false,
    });
  });

  it("refuses a status that may not follow, and leaves the ticket alone", () => {
    const resolved = ticketWith({ status: "resolved", tags: ["a"] });
    const change = () => applyChanges(resolved, { status: "on_hold", addTags: ["b"] }, later, true);
    expect(codeOf(change)).toBe("ticket.transition");
    expect(resolved.tags).toEqual(["a"]);
  });

  it("takes hostile field names for names", () => {
    const fields = JSON.parse('{"__proto__":{"polluted":true}}');
    const changed = applyChanges(ticket, { fields }, later, false);
    expect(Object.hasOwn(changed.fields, "__proto__")).toBe(true);
    expect((changed.fields as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("changedProperties", () => {
  it("names what differs in value, not in identity", () => {
    const ticket = ticketWith({ tags: ["a"], fields: { x: 1 } });
    expect(changedProperties(ticket, { ...ticket, tags: ["a"], fields: { x: 1 }, updatedAt: 9 })).toEqual([]);
    expect(
      changedProperties(ticket, { ...ticket, tags: ["b"], status: "open", assignee: "a1", pool: "p" }),
    ).toEqual(["status", "tags", "assignee", "pool"]);
  });
});
