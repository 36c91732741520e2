import { describe, expect, it } from "vitest";
import type { Condition } from "../conditions.ts";
import { leafCategories } from "./categories.ts";
import { starterClassification } from "./classification.ts";

const { rules } = starterClassification.spec;

/** Every keyword that can make a condition true. */
function keywords(when: Condition): string[] {
  if ("all" in when) return when.all.flatMap(keywords);
  if ("any" in when) return when.any.flatMap(keywords);
  return "operator" in when && when.operator.startsWith("contains") && Array.isArray(when.value)
    ? when.value.map(String)
    : [];
}

/** Keywords that a `not` of the same rule also names: they could never count. */
function vetoed(when: Condition): string[] {
  if (!("all" in when)) return [];
  const against = when.all.flatMap((part) => ("not" in part ? keywords(part.not) : []));
  return keywords(when).filter((word) => against.some((veto) => word.includes(veto)));
}

const rule = (id: string) => rules.find((item) => item.id === id);

describe("the starter ruleset", () => {
  it("has a rule for each of the fifty categories", () => {
    const covered = new Set(rules.map(({ then }) => then.category));
    expect(leafCategories.filter((category) => !covered.has(category))).toEqual([]);
  });

  it("knows at least eight ways to say each category", () => {
    const counts = leafCategories.map((category) => ({
      category,
      words: new Set(
        rules.filter(({ then }) => then.category === category).flatMap(({ when }) => keywords(when)),
      ).size,
    }));
    expect(counts.filter(({ words }) => words < 8)).toEqual([]);
  });

  it("names each rule and gives something in each", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter(({ name, then }) => !name || Object.keys(then).length === 0)).toEqual([]);
  });

  it("has no keyword twice in a rule, and none that its own exception rules out", () => {
    for (const { id, when } of rules) {
      const words = keywords(when);
      expect([id, words.filter((word, index) => words.indexOf(word) !== index)]).toEqual([id, []]);
      expect([id, vetoed(when)]).toEqual([id, []]);
    }
  });

  it.each(["allergy", "injury", "fire"])("treats %s as P0", (id) => {
    expect(rule(id)?.then.priority).toBe("P0");
  });

  it.each(["regulator-hotline", "regulator", "legal", "publicity"])("treats %s as P1", (id) => {
    expect(rule(id)?.then.priority).toBe("P1");
  });

  it("reads again until somebody replies", () => {
    expect(starterClassification.spec).toMatchObject({
      mode: "all",
      priority: "most-urgent",
      reclassify: "until-reply",
    });
  });
});
