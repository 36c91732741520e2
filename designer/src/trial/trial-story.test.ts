import { expect, it } from "vitest";
import { firstStory, isRunnable, toTrialRequest, withEvent, withTicket } from "./trial-story.ts";

const typed = { ...firstStory, form: { ...firstStory.form, subject: "退款" } };

it("runs a typed ticket once it says something", () => {
  expect(isRunnable(firstStory)).toBe(false);
  expect(isRunnable(typed)).toBe(true);
  expect(toTrialRequest(typed, []).ticket).toEqual({
    channel: "taobao",
    subject: "退款",
    customer: { id: "trial-customer" },
  });
});

it("runs a stored ticket by its id alone", () => {
  const stored = withTicket(typed, { source: { kind: "stored", ticketId: "t1" } });
  expect(toTrialRequest(stored, [])).toMatchObject({ ticketId: "t1" });
  expect(toTrialRequest(stored, [])).not.toHaveProperty("ticket");
  expect(isRunnable(withTicket(typed, { source: { kind: "stored", ticketId: null } }))).toBe(false);
});

it("puts what happens next at the end of what was tried, and forgets it with the ticket", () => {
  const later = withEvent(typed, "2026-03-02T02:00:00.000Z", "2026-03-02T02:00:00.500Z", {
    task: { outcome: "approve" },
  });
  expect(later.events).toEqual([{ after: "PT1S", task: { outcome: "approve" } }]);
  expect(withTicket(later, { form: later.form }).events).toEqual([]);
});

it("lets actions answer as pinned, or fail", () => {
  const pinned = {
    ...typed,
    pins: { n3: { ok: true, output: { status: 200 } }, n4: { ok: false } } as const,
  };
  const { pinned: outputs, failing } = toTrialRequest(pinned, []);
  expect(outputs).toEqual({ n3: { status: 200 } });
  expect(Object.keys(failing ?? {})).toEqual(["n4"]);
});
