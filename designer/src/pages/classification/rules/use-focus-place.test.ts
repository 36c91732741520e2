import { expect, it } from "vitest";
import { nodeAt, selectorFor } from "./use-focus-place.ts";

const leaf = (fact: string) => ({ fact, operator: "equal", value: "x" });
const when = { all: [leaf("a"), { not: { any: [leaf("b"), leaf("c")] } }] };

it("finds the innermost line of a place in the condition", () => {
  expect(nodeAt(when, "/all/0/value")).toBe("c.0");
  expect(nodeAt(when, "/all/1/not/any/1")).toBe("c.1.1");
  expect(nodeAt(when, "")).toBe("c");
  expect(nodeAt(leaf("a"), "/value")).toBe("c.0");
});

it("finds the part of a rule that a place is edited by", () => {
  expect(selectorFor("/when/all/0", when)).toBe('[data-node="c.0"]');
  expect(selectorFor("/then/category", when)).toBe('[data-part="category"]');
  expect(selectorFor("/then", when)).toBe('[data-part="addTags"]');
  expect(selectorFor("/activeUntil", when)).toBe('[data-part="activeUntil"]');
});
