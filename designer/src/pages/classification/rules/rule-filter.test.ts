import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { filterRows, givenBy, noFilter, type RuleFilter, type RuleKnowledge, rowsOf } from "./rule-filter.ts";

const ruleset = ecommerceStarter.documents.find(({ kind }) => kind === "classification");
const rules = ruleset?.kind === "classification" ? ruleset.spec.rules : [];
const rows = rowsOf(rules);
const nothing: RuleKnowledge = {
  hasProblem: () => false,
  stateOf: () => undefined,
  categoryName: (id: string) => id,
};
const ids = (filter: Partial<RuleFilter>, knowledge = nothing) =>
  filterRows(rows, { ...noFilter, ...filter }, knowledge).map(({ rule }) => rule.id);

describe("filterRows", () => {
  it("leaves everything as it is without a filter", () => {
    expect(filterRows(rows, noFilter, nothing)).toBe(rows);
  });

  it("finds rules by name, keyword, tag, id and the category's name", () => {
    expect(ids({ text: "空包" })).toEqual(["empty-return"]);
    expect(ids({ text: "12315 热线" })).toContain("regulator-hotline");
    expect(ids({ text: "WHOLESALE" })).toEqual(["wholesale"]);
    expect(ids({ text: "人身" }, { ...nothing, categoryName: () => "" }).length).toBeGreaterThan(1);
    const named = { ...nothing, categoryName: (id: string) => (id === "presales.subsidy" ? "补贴类" : id) };
    expect(ids({ text: "补贴类" }, named)).toEqual(["subsidy"]);
    expect(ids({ text: "退款 律师" })).toEqual([]);
  });

  it("takes a category with everything below it, and a tag as written", () => {
    expect(ids({ category: "presales" }).length).toBe(
      rules.filter(({ then }) => then.category?.startsWith("presales.")).length,
    );
    expect(ids({ tag: "VIP" })).toEqual(["vip"]);
  });

  it("shows problems, hits and what is off", () => {
    expect(ids({ view: "problems" }, { ...nothing, hasProblem: (place) => place === 1 })).toEqual(["injury"]);
    const hits = {
      ...nothing,
      stateOf: (place: number) => (place === 2 ? "matched" : "not-matched"),
    };
    expect(ids({ view: "hits" }, hits)).toEqual(["fire"]);
    expect(ids({ view: "off" })).toEqual([]);
  });
});

it("keeps rows apart whose ids a document repeats", () => {
  const [rule] = rules;
  if (!rule) throw new Error("no rule");
  expect(rowsOf([rule, rule, rule]).map(({ key }) => key)).toEqual([rule.id, `${rule.id}#1`, `${rule.id}#2`]);
});

it("lists each tag and category once", () => {
  const { tags, categories } = givenBy(rules);
  expect(new Set(tags).size).toBe(tags.length);
  expect(categories).toContain("aftersales.exchange");
});
