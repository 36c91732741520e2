import { checkCondition } from "@sluice/schemas";
import { expect, it } from "vitest";
import { isNewRule, newRule } from "./new-rule.ts";

it("makes a rule of a name and words, ready to be published", () => {
  const rule = newRule(" 空包 ", "空包、空盒子，空包", [{ id: "a", when: { condition: "x" }, then: {} }]);
  expect(rule).toEqual({
    id: "rule-2",
    name: "空包",
    when: { fact: "ticket.text", operator: "containsAnyText", value: ["空包", "空盒子"] },
    then: { addTags: ["空包"] },
  });
  expect(checkCondition(rule.when)).toEqual([]);
});

it("takes the name for the word, or the word for the name", () => {
  expect(newRule("空包", "", []).when).toMatchObject({ value: ["空包"] });
  expect(newRule("", "empty box", []).name).toBe("empty box");
  expect(isNewRule(" ", "、，")).toBe(false);
});
