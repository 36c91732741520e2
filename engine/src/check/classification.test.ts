import type { ClassificationRule } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf } from "./check.fixture.ts";

const rule = (more: Partial<ClassificationRule>): ClassificationRule => ({
  id: "refund",
  when: { fact: "ticket.text", operator: "containsText", value: "退款" },
  then: { category: "aftersales.refund-only" },
  ...more,
});
const problems = (rules: ClassificationRule[], otherwise?: object) =>
  problemsOf(documentOf("classification", { rules, ...(otherwise ? { otherwise } : {}) }));

describe("checkDocument of a ruleset", () => {
  it("accepts rules with known categories and windows", () => {
    const window = { activeFrom: "2026-11-01T00:00:00+08:00", activeUntil: "2026-11-12T00:00:00+08:00" };
    expect(
      problems([rule(window), rule({ id: "b", activeUntil: null })], { category: "presales.other" }),
    ).toEqual([]);
  });

  it("refuses a rule id that appears twice, at the second", () => {
    expect(problems([rule({}), rule({ id: "b" }), rule({})])).toEqual(["/spec/rules/2/id schema.duplicate"]);
  });

  it("refuses unknown categories, in rules and otherwise", () => {
    expect(problems([rule({ then: { category: "no.such" } })], { category: "nor.this" })).toEqual([
      "/spec/rules/0/then/category reference.missing",
      "/spec/otherwise/category reference.missing",
    ]);
  });

  it("refuses conditions with a value of the wrong type", () => {
    const when = { all: [{ fact: "order.amount", operator: "greaterThan", value: "500" }] };
    expect(problems([rule({ when })])).toEqual(["/spec/rules/0/when/all/0/value condition.value"]);
  });

  it("refuses windows that end before they start, and days that do not exist", () => {
    const from = "2026-11-12T00:00:00Z";
    expect(problems([rule({ activeFrom: from, activeUntil: from })])).toEqual([
      "/spec/rules/0/activeUntil campaign.window",
    ]);
    expect(problems([rule({ activeFrom: "2026-02-30T00:00:00Z" })])).toEqual([
      "/spec/rules/0/activeFrom schema.pattern",
    ]);
    expect(problems([rule({ activeUntil: "2026-02-20T25:00:00Z" })])).toEqual([
      "/spec/rules/0/activeUntil schema.pattern",
    ]);
  });
});
