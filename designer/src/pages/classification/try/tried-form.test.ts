import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../../../client/types.ts";
import {
  emptyForm,
  formOf,
  isFilled,
  toTried,
  withCustomer,
  withField,
  withInput,
  withOrder,
  withPriority,
} from "./tried-form.ts";

describe("the fields", () => {
  it("are nothing to try until something is filled in", () => {
    expect(isFilled(emptyForm)).toBe(false);
    expect(isFilled(withInput(emptyForm, { subject: "  " }))).toBe(false);
    expect(isFilled(withInput(emptyForm, { channel: "jd" }))).toBe(false);
    expect(isFilled(withInput(emptyForm, { subject: "空包" }))).toBe(true);
    expect(isFilled(withCustomer(emptyForm, { tier: "vip" }))).toBe(true);
    expect(isFilled(withOrder(emptyForm, { amount: 5 }))).toBe(true);
  });

  it("leave out of the ticket what is emptied again", () => {
    const filled = withField(
      withPriority(withOrder(withCustomer(emptyForm, { tier: "vip" }), { amount: 5 }), "P1"),
      "risk",
      "legal",
    );
    expect(filled.input).toEqual({
      ...emptyForm.input,
      customer: { id: "tried", tier: "vip" },
      order: { id: "tried", amount: 5 },
      priority: "P1",
      fields: { risk: "legal" },
    });
    const emptied = withField(
      withPriority(withOrder(withCustomer(filled, { tier: "" }), { amount: undefined }), undefined),
      "risk",
      undefined,
    );
    expect(emptied.input).toEqual(emptyForm.input);
  });

  it("come in now, or when they say", () => {
    expect(toTried(emptyForm, 7).at).toBe(7);
    expect(toTried({ ...emptyForm, at: 3 }, 7).at).toBe(3);
  });
});

describe("a stored ticket", () => {
  const input = { channel: "jd", subject: "空包", customer: { id: "c9" }, order: { id: "o9", amount: 5 } };
  const created = {
    type: "ticket.created",
    at: "2026-03-02T02:00:00.000Z",
    data: { ticket: { id: "t", number: 12, input, known: { openTickets: 3 } }, facts: { "risk.score": 1 } },
  } as unknown as TimelineItem;

  it("is tried as it came in, at its own time", () => {
    expect(formOf("t", created)).toEqual({
      input,
      known: { openTickets: 3 },
      facts: { "risk.score": 1 },
      at: Date.parse("2026-03-02T02:00:00Z"),
      origin: { id: "t", number: 12 },
    });
  });

  it("keeps its own order when a part of that is emptied", () => {
    const form = formOf("t", created);
    expect(form && withOrder(form, { amount: undefined }).input.order).toEqual({ id: "o9" });
  });

  it("is told from any other event", () => {
    expect(formOf("t", { ...created, type: "message.received" })).toBeUndefined();
  });
});
