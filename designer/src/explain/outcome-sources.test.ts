import { compileClassification } from "@sluice/engine";
import { expect, it } from "vitest";
import { losesIn, losingRules, tagsBySource } from "./outcome-sources.ts";

const when = { fact: "ticket.text", operator: "containsText", value: "x" };
const { decision } = compileClassification({
  spec: {
    rules: [
      { id: "a", name: "甲", when, then: { category: "one", priority: "P2", addTags: ["t1", "t2"] } },
      { id: "b", name: "乙", when, then: { category: "two", priority: "P1", addTags: ["t2", "t3"] } },
      { id: "c", when, then: { category: "one", addTags: ["t3"] } },
    ],
  },
});
const decided = decision({ "ticket.text": "x" }, { now: 0 });

it("names the rules that gave something in vain", () => {
  const named = (part: "category" | "priority") =>
    losingRules(decided, part).map(({ rule, value }) => [rule.id, value]);
  expect(named("category")).toEqual([
    ["b", "two"],
    ["c", "one"],
  ]);
  expect(named("priority")).toEqual([["a", "P2"]]);
});

it("says who won, and counts the same value as no defeat", () => {
  const [a, b, c] = decided.matched;
  if (!a || !b || !c) throw new Error("three rules match");
  expect(losesIn(decided, a)).toEqual([{ part: "priority", winner: "乙" }]);
  expect(losesIn(decided, b)).toEqual([{ part: "category", winner: "甲" }]);
  expect(losesIn(decided, c)).toEqual([]);
});

it("puts tags together by the rule that gave them first", () => {
  expect(tagsBySource(decided)).toEqual([
    ["a", ["t1", "t2"]],
    ["b", ["t3"]],
  ]);
});
