import { expect, test } from "vitest";
import { givenBy, type PastEvent } from "./given.ts";

const past = (event: object, ...outcomes: object[]): PastEvent =>
  ({
    event,
    decisions: outcomes.map((outcome) => ({ kind: "classification", outcome })),
  }) as unknown as PastEvent;
const outcome = (category: string, tags: readonly string[]) => ({
  category,
  priority: "P1",
  tags,
  fields: {},
});
const created = (tags: readonly string[]) => ({ type: "ticket.created", ticket: { input: { tags } } });

test("every tag that a rule gave, and the rest of what the last classification gave", () => {
  const told = [
    past(created([]), outcome("a", ["x"])),
    past({ type: "message.received" }, outcome("b", ["y"])),
  ];
  expect(givenBy(told)).toEqual({ category: "b", priority: "P1", tags: ["x", "y"], fields: {} });
});

test("tags that the caller or an agent chose are theirs, also where a rule gave them too", () => {
  const told = [
    past(created(["mine"]), outcome("a", ["mine", "x", "late"])),
    past({ type: "ticket.updated", changes: { addTags: ["late"] } }),
  ];
  expect(givenBy(told).tags).toEqual(["x"]);
});

test("fields that the caller or an agent filled in are theirs, also where a rule gave them too", () => {
  const classified = { ...outcome("a", []), fields: { order: "1", shop: "s", level: 3 } };
  const told = [
    past({ type: "ticket.created", ticket: { input: { fields: { order: "1" } } } }, classified),
    past({ type: "ticket.updated", changes: { fields: { shop: "s" } } }),
  ];
  expect(givenBy(told).fields).toEqual({ level: 3 });
});

test("a ticket that nothing classified was given nothing", () => {
  expect(givenBy([past(created(["mine"]))])).toEqual({
    category: null,
    priority: null,
    tags: [],
    fields: {},
  });
});
