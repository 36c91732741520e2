import type { ClassificationRule, ClassificationSpec, Condition } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../check/check.fixture.ts";
import { adviceOn, mended, quietDay } from "../lint.fixture.ts";

const says = (...value: string[]): Condition => ({ fact: "ticket.text", operator: "containsAnyText", value });
const rule = (id: string, when: Condition, more: Partial<ClassificationRule> = {}): ClassificationRule => ({
  id,
  when,
  then: { addTags: [id] },
  ...more,
});
const ruleset = (rules: readonly ClassificationRule[], mode: ClassificationSpec["mode"] = "first") =>
  documentOf("classification", { mode, rules });

describe("shadowed", () => {
  const channel: Condition = { fact: "ticket.channel", operator: "equal", value: "jd" };

  it("warns of a rule whose words all contain a word of an earlier one", () => {
    const document = ruleset([rule("a", says("退款", "退货")), rule("b", says("我要退款", "退貨"))]);
    expect(adviceOn(document)).toEqual(["warning /spec/rules/1 classification.shadowed"]);
  });

  it("is silent where a word is left over, and where the order is the other way round", () => {
    expect(adviceOn(ruleset([rule("a", says("退款")), rule("b", says("我要退款", "换货"))]))).toEqual([]);
    expect(adviceOn(ruleset([rule("a", says("我要退款")), rule("b", says("退款"))]))).toEqual([]);
  });

  it("sees through conjunctions, lists and segments", () => {
    const narrower = [
      rule("a", { any: [channel, { condition: "vip" }] }),
      rule("b", { all: [says("退款"), { fact: "ticket.channel", operator: "in", value: ["jd"] }] }),
      rule("c", {
        all: [{ fact: "customer.annualSpend", operator: "greaterThan", value: 30_000 }, says("x")],
      }),
    ];
    expect(adviceOn(ruleset(narrower))).toEqual([
      "warning /spec/rules/1 classification.shadowed",
      "warning /spec/rules/2 classification.shadowed",
    ]);
  });

  it("counts in mode all only rules that end the list", () => {
    const rules = [rule("a", says("退款")), rule("b", says("要退款"))];
    expect(adviceOn(ruleset(rules, "all"))).toEqual([]);
    const ending = [
      rule("a", says("退款"), { then: { addTags: ["x"], stop: true } }),
      rule("b", says("要退款")),
    ];
    expect(adviceOn(ruleset(ending, "all"))).toEqual(["warning /spec/rules/1 classification.shadowed"]);
  });

  it("leaves alone what is shadowed only some of the time, or by a rule that is off", () => {
    const limited = rule("a", says("退款"), { activeUntil: "2026-12-01T00:00:00+08:00" });
    expect(adviceOn(ruleset([limited, rule("b", says("退款"))]))).toEqual([]);
    expect(
      adviceOn(ruleset([rule("a", says("退款"), { enabled: false }), rule("b", says("要退款"))])),
    ).toEqual(["info /spec/rules/0/enabled classification.disabled"]);
  });

  it("warns of everything after a rule that always holds", () => {
    const everything: Condition = { any: [channel, { not: channel }] };
    const rules = [rule("a", everything), rule("b", says("退款")), rule("c", says("换货"))];
    expect(adviceOn(ruleset(rules))).toEqual([
      "warning /spec/rules/1 classification.after-always",
      "warning /spec/rules/2 classification.after-always",
    ]);
    expect(adviceOn(ruleset(rules, "all"))).toEqual([]);
  });
});

describe("duplicate", () => {
  it("finds rules that say the same in another order of keys, and takes the later one out", () => {
    const then = { addTags: ["x"], priority: "P1" as const };
    const again = { priority: "P1" as const, addTags: ["x"], stop: false };
    const document = ruleset(
      [rule("a", says("甲"), { then }), rule("b", says("甲"), { then: again })],
      "all",
    );
    expect(adviceOn(document)).toEqual(["warning /spec/rules/1 classification.duplicate"]);
    expect(adviceOn(mended(document, "classification.duplicate"))).toEqual([]);
  });

  it("leaves alone what differs in condition, outcome or time", () => {
    const then = { addTags: ["x"] };
    const rules = [
      rule("a", says("甲"), { then }),
      rule("b", says("乙"), { then }),
      rule("c", says("甲")),
      rule("d", says("甲"), { then, activeUntil: "2027-01-01T00:00:00Z" }),
    ];
    expect(adviceOn(ruleset(rules, "all"))).toEqual([]);
  });
});

describe("gives-nothing", () => {
  const empty = rule("a", says("甲"), { then: { addTags: [], stop: false } });

  it("warns of a rule without an outcome", () => {
    expect(adviceOn(ruleset([empty], "all"))).toEqual([
      "warning /spec/rules/0/then classification.gives-nothing",
    ]);
    expect(adviceOn(mended(ruleset([empty], "all"), "classification.gives-nothing"))).toEqual([]);
  });

  it("takes ending the list as an outcome", () => {
    expect(adviceOn(ruleset([empty], "first"))).toEqual([]);
    expect(adviceOn(ruleset([rule("a", says("甲"), { then: { stop: true } })], "all"))).toEqual([]);
  });
});

describe("inactive", () => {
  it("mentions rules that are off or expired", () => {
    const off = ruleset([rule("a", says("甲"), { enabled: false })], "all");
    expect(adviceOn(off)).toEqual(["info /spec/rules/0/enabled classification.disabled"]);
    expect(adviceOn(mended(off, "classification.disabled"))).toEqual([]);
    const activeUntil = new Date(quietDay).toISOString();
    const expired = ruleset([rule("a", says("甲"), { activeUntil })], "all");
    expect(adviceOn(expired)).toEqual(["info /spec/rules/0/activeUntil classification.expired"]);
    expect(adviceOn(expired, { now: quietDay - 1 })).toEqual([]);
  });
});
