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

describe("shadowed: what it offers", () => {
  it("moves a rule above the one that takes its tickets", () => {
    const document = ruleset([rule("a", says("x")), rule("b", says("退款")), rule("c", says("要退款"))]);
    const after = mended(document, "classification.shadowed");
    expect(after.kind === "classification" && after.spec.rules.map(({ id }) => id)).toEqual(["a", "c", "b"]);
    expect(adviceOn(after)).toEqual([]);
  });

  it("removes one of two that take the same tickets, and what stands after everything but says everything", () => {
    const twins = [rule("a", says("退款", "退货")), rule("b", says("退货", "退款"))];
    const after = mended(ruleset(twins), "classification.shadowed");
    expect(after.kind === "classification" && after.spec.rules.map(({ id }) => id)).toEqual(["a"]);
    const all: Condition = { fact: "ticket.id", operator: "isPresent", value: true };
    const doubled = ruleset([rule("a", all), rule("b", { all: [all] })]);
    expect(adviceOn(mended(doubled, "classification.after-always"))).toEqual([]);
  });
});

describe("overruled", () => {
  const gives = (id: string, when: Condition, then: ClassificationRule["then"]) => rule(id, when, { then });

  it("warns of a category that an earlier rule always sets before, and takes it out", () => {
    const rules = [
      gives("a", says("退款"), { category: "aftersales.refund-only" }),
      gives("b", says("要退款"), { category: "logistics.lost", addTags: ["x"] }),
    ];
    const document = ruleset(rules, "all");
    expect(adviceOn(document)).toEqual(["warning /spec/rules/1/then/category classification.overruled"]);
    const after = mended(document, "classification.overruled");
    expect(adviceOn(after)).toEqual([]);
    expect(after.kind === "classification" && after.spec.rules[1]?.then).toEqual({ addTags: ["x"] });
  });

  it("removes a rule of which nothing is left", () => {
    const rules = [
      gives("a", says("甲"), { fields: { k: 1 } }),
      gives("b", says("甲"), { fields: { k: 2 } }),
    ];
    expect(adviceOn(ruleset(rules, "all"))).toEqual([
      "warning /spec/rules/1/then/fields/k classification.overruled",
    ]);
    expect(adviceOn(mended(ruleset(rules, "all"), "classification.overruled"))).toEqual([]);
  });

  it("counts priorities only where the first counts, and nothing that says the same", () => {
    const urgent = [gives("a", says("甲"), { priority: "P2" }), gives("b", says("甲乙"), { priority: "P1" })];
    expect(adviceOn(ruleset(urgent, "all"))).toEqual([]);
    expect(adviceOn(documentOf("classification", { priority: "first", rules: urgent }))).toEqual([
      "warning /spec/rules/1/then/priority classification.overruled",
    ]);
    const same = { category: "logistics.lost" };
    expect(adviceOn(ruleset([gives("a", says("甲"), same), gives("b", says("甲乙"), same)], "all"))).toEqual(
      [],
    );
  });

  it("leaves alone a rule that the earlier one outlives only in part", () => {
    const until = { activeUntil: "2026-12-01T00:00:00+08:00" };
    const rules = [
      { ...gives("a", says("甲"), { category: "logistics.lost" }), ...until },
      gives("b", says("甲"), { category: "aftersales.repair" }),
    ];
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

  it("takes keeping a ticket from the tags of the rest as an outcome", () => {
    const otherwise = { addTags: ["其他"] };
    expect(adviceOn(documentOf("classification", { rules: [empty], otherwise }))).toEqual([]);
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
