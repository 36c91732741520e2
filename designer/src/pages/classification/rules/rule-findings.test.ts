import { lint } from "@sluice/engine";
import type { ClassificationRule, SluiceDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { blamedRule, findingsByRule, rulePlaceOf } from "./rule-findings.ts";

const says = (...value: string[]) => ({ fact: "ticket.text", operator: "containsAnyText", value });
const rule = (id: string, ...words: string[]): ClassificationRule => ({
  id,
  when: says(...words),
  then: { addTags: [id] },
});

/** What lint itself says, so that a change of its texts is noticed here. */
function linted(mode: "first" | "all", rules: readonly ClassificationRule[]) {
  const document: SluiceDocument<"classification"> = {
    kind: "classification",
    key: "drawn",
    name: "drawn",
    formatVersion: 1,
    spec: { mode, rules: [...rules] },
  };
  const { documents, settings, people } = ecommerceStarter;
  return lint(document, { documents, settings, people, actions: [] });
}

describe("blamedRule", () => {
  it("is the rule that shadows", () => {
    const findings = linted("first", [rule("x", "无关"), rule("a", "退款"), rule("b", "我要退款")]);
    expect(findings.map(({ code }) => code)).toEqual(["classification.shadowed"]);
    expect(findings.map(blamedRule)).toEqual([1]);
  });

  it("is the rule that says the same", () => {
    const findings = linted("all", [rule("a", "退款"), { ...rule("a", "退款"), id: "b" }]);
    expect(findings.map(({ code }) => code)).toEqual(["classification.duplicate"]);
    expect(findings.map(blamedRule)).toEqual([0]);
  });

  it("is nobody for anything else", () => {
    const findings = linted("all", [{ ...rule("a", "退款"), enabled: false }]);
    expect(findings.map(blamedRule)).toEqual([undefined]);
  });
});

it("sorts findings by the rule they lead into", () => {
  expect(rulePlaceOf("/spec/rules/12/when/all/0")).toBe(12);
  expect(rulePlaceOf("/spec/rules")).toBeUndefined();
  expect(rulePlaceOf("/spec/otherwise/category")).toBeUndefined();
  const found = findingsByRule(
    linted("first", [rule("a", "退款"), rule("b", "要退款"), rule("c", "想退款")]),
  );
  expect([...found.keys()]).toEqual([1, 2]);
});
