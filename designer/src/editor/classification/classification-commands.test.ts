import type { ClassificationRule, SluiceDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { createEditSession } from "../edit-session.ts";
import { addKeywords, removeKeyword } from "./keyword-commands.ts";
import { keywordLeaves } from "./keyword-leaves.ts";
import { setOtherwise, setOutcome } from "./outcome-commands.ts";
import { policyOf, setMode } from "./policy-commands.ts";
import { freshRuleId } from "./rule.ts";
import {
  addRule,
  duplicateRule,
  moveRule,
  removeRules,
  renameRule,
  setActive,
  setEnabled,
  setWhen,
} from "./rule-commands.ts";

const says = (...value: string[]) => ({ fact: "ticket.text", operator: "containsAnyText", value });

const rule = (id: string, more: Partial<ClassificationRule> = {}): ClassificationRule => ({
  id,
  name: id,
  when: says(id),
  then: { addTags: [id] },
  ...more,
});

const document: SluiceDocument<"classification"> = {
  kind: "classification",
  key: "default",
  name: "default",
  formatVersion: 1,
  spec: { rules: [rule("a"), rule("b"), rule("c")] },
};

const open = (of = document) => {
  const session = createEditSession(of);
  return {
    session,
    ids: () => session.getState().document.spec.rules.map(({ id }) => id),
    rule: (id: string) => session.getState().document.spec.rules.find((one) => one.id === id),
    spec: () => session.getState().document.spec,
  };
};

describe("rules", () => {
  it("are added at a place, and an id is taken once", () => {
    const { session, ids } = open();
    session.execute(addRule(rule("x"), 1));
    expect(ids()).toEqual(["a", "x", "b", "c"]);
    expect(session.execute(addRule(rule("x"), 0))).toMatchObject({ done: false });
    expect(ids()).toEqual(["a", "x", "b", "c"]);
  });

  it("move up, down and to either end", () => {
    const { session, ids } = open();
    session.execute(moveRule("c", 0));
    expect(ids()).toEqual(["c", "a", "b"]);
    session.execute(moveRule("c", 1));
    expect(ids()).toEqual(["a", "c", "b"]);
    session.execute(moveRule("a", 2));
    expect(ids()).toEqual(["c", "b", "a"]);
  });

  it("that are gone cannot be changed, and it is said which", () => {
    const { session } = open();
    const outcome = session.execute(moveRule("nobody", 0));
    expect(outcome).toMatchObject({ done: false, refusal: { reason: { values: { id: "nobody" } } } });
    expect(session.execute(setEnabled("nobody", false))).toMatchObject({ done: false });
  });

  it("are deleted together", () => {
    const { session, ids } = open();
    session.execute(removeRules(["a", "c", "nobody"]));
    expect(ids()).toEqual(["b"]);
    session.undo();
    expect(session.getState().document).toEqual(document);
  });

  it("are copied below with an id of their own", () => {
    const { session, ids, rule: find } = open();
    session.execute(duplicateRule(document, "b", "b again"));
    session.execute(duplicateRule(session.getState().document, "b", "b once more"));
    expect(ids()).toEqual(["a", "b", "b-3", "b-2", "c"]);
    expect(find("b-2")).toEqual({ ...rule("b"), id: "b-2", name: "b again" });
  });

  it("say nothing of being on", () => {
    const { session, rule: find } = open();
    session.execute(setEnabled("a", false));
    expect(find("a")?.enabled).toBe(false);
    session.execute(setEnabled("a", true));
    expect(session.getState().document).toEqual(document);
  });

  it("are renamed in one step however much is typed", () => {
    const { session, rule: find } = open();
    for (const name of ["退", "退换", "退换货"]) session.execute(renameRule("a", name));
    expect(find("a")?.name).toBe("退换货");
    expect(session.getState().history.entries).toHaveLength(1);
  });

  it("always have a condition", () => {
    const { session, rule: find } = open();
    expect(session.execute(setWhen("a", undefined))).toMatchObject({
      done: false,
      refusal: { path: "/spec/rules/0/when" },
    });
    session.execute(setWhen("a", { condition: "vip" }));
    expect(find("a")?.when).toEqual({ condition: "vip" });
  });

  it("are dated, and dates can be taken away", () => {
    const { session, rule: find } = open();
    session.execute(setActive("a", "activeUntil", "2026-12-01T00:00:00+08:00"));
    expect(find("a")?.activeUntil).toBe("2026-12-01T00:00:00+08:00");
    expect(session.execute(setActive("a", "activeUntil", "tomorrow"))).toMatchObject({ done: false });
    session.execute(setActive("a", "activeUntil", undefined));
    expect(session.getState().document).toEqual(document);
  });
});

describe("ids of new rules", () => {
  it("are made of the name's letters, else numbered", () => {
    expect(freshRuleId("VIP 退款！", [])).toBe("vip");
    expect(freshRuleId("VIP", [{ id: "vip" }, { id: "vip-2" }])).toBe("vip-3");
    expect(freshRuleId("退换货", [{ id: "a" }, { id: "rule-3" }])).toBe("rule-4");
  });
});

describe("outcomes", () => {
  it("leave out what is not given", () => {
    const { session, rule: find } = open();
    session.execute(setOutcome("a", { part: "priority", value: "P1" }));
    session.execute(setOutcome("a", { part: "addTags", value: [] }));
    session.execute(setOutcome("a", { part: "stop", value: true }));
    expect(find("a")?.then).toEqual({ priority: "P1", stop: true });
    session.execute(setOutcome("a", { part: "priority", value: undefined }));
    session.execute(setOutcome("a", { part: "stop", value: false }));
    expect(find("a")?.then).toEqual({});
  });

  it("of otherwise come and go with their parts", () => {
    const { session, spec } = open();
    session.execute(setOtherwise({ part: "category", value: "presales.other" }));
    expect(spec().otherwise).toEqual({ category: "presales.other" });
    session.execute(setOtherwise({ part: "category", value: undefined }));
    expect(spec().otherwise).toBeUndefined();
  });
});

describe("keywords", () => {
  const nested = {
    all: [
      { fact: "ticket.channel", operator: "in", value: ["jd"] },
      { not: says("不退") },
      says("退款", "退货"),
    ],
  };
  const withNested = { ...document, spec: { rules: [rule("a", { when: nested })] } };

  it("are found with their place, and whether they keep tickets out", () => {
    expect(keywordLeaves(nested).map(({ path, words, negated }) => [path, words, negated])).toEqual([
      ["/all/1/not", ["不退"], true],
      ["/all/2", ["退款", "退货"], false],
    ]);
    expect(keywordLeaves(says("x")).map(({ path }) => path)).toEqual([""]);
  });

  it("are added and taken out at that place", () => {
    const { session, rule: find } = open(withNested);
    session.execute(addKeywords("a", "/all/2", ["空包", "退款", "空包"]));
    expect(find("a")?.when).toMatchObject({ all: [{}, {}, { value: ["退款", "退货", "空包"] }] });
    session.execute(removeKeyword("a", "/all/2", "退款"));
    expect(find("a")?.when).toMatchObject({ all: [{}, {}, { value: ["退货", "空包"] }] });
  });

  it("are refused where there are none", () => {
    const { session } = open(withNested);
    expect(session.execute(addKeywords("a", "/all/7", ["x"]))).toMatchObject({
      done: false,
      refusal: { path: "/spec/rules/0/when/all/7" },
    });
  });
});

it("fills in what a policy leaves out, and changes it", () => {
  const { session, spec } = open();
  expect(policyOf(spec())).toEqual({ mode: "all", priority: "most-urgent", reclassify: "never" });
  session.execute(setMode("first"));
  expect(policyOf(spec()).mode).toBe("first");
});
