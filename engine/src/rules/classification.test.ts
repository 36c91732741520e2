import type { ClassificationRule, ClassificationSpec, Condition } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceClassify } from "../reference.ts";
import { becauseLimits } from "./because.ts";
import { type Classification, type ClassificationContext, compileClassification } from "./classification.ts";
import type { ClassificationLayer } from "./classification-rules.ts";
import { conditionOver, facts, testCalendars, testNow } from "./testing.ts";

type Then = ClassificationRule["then"];
const word = (keyword: string): Condition => ({
  fact: "ticket.text",
  operator: "containsText",
  value: keyword,
});
const rule = (
  id: string,
  when: Condition,
  then: Then,
  more: Partial<ClassificationRule> = {},
): ClassificationRule => ({ id, when, then, ...more });

const refund = rule("refund", word("退款"), {
  addTags: ["退换货"],
  category: "aftersales.return",
  priority: "P2",
});
const angry = rule("angry", word("投诉"), {
  addTags: ["投诉", "退换货"],
  category: "complaint",
  priority: "P0",
  fields: { k: 1 },
});
const otherwise = {
  category: "presales.other",
  priority: "P3",
  addTags: ["其他"],
  fields: { k: 9, m: 2 },
} as const;

const classify = (
  spec: Partial<ClassificationSpec>,
  text: string,
  context: Partial<ClassificationContext> = {},
  overlays: readonly ClassificationLayer[] = [],
): Classification => {
  const compiled = compileClassification(
    { spec: { rules: [refund, angry], ...spec } as ClassificationSpec },
    { overlays },
  );
  const result = compiled.classify({ "ticket.text": text }, { now: testNow, ...context });
  if ("needs" in result) throw new Error("needs facts");
  return result;
};

describe("classify", () => {
  it("unites tags, takes the first category and field, and the most urgent priority", () => {
    expect(
      classify({ otherwise: { ...otherwise, addTags: [...otherwise.addTags] } }, "不退款就投诉"),
    ).toEqual({
      category: "aftersales.return",
      priority: "P0",
      tags: ["退换货", "投诉"],
      fields: { k: 1, m: 2 },
      matched: ["refund", "angry"],
      sources: {
        category: "refund",
        priority: "angry",
        tags: { 退换货: "refund", 投诉: "angry" },
        fields: { k: "angry", m: "otherwise" },
      },
    });
  });

  it("takes the first priority when told so", () => {
    expect(classify({ priority: "first" }, "退款，投诉").priority).toBe("P2");
  });

  it("ends at the first match in mode first, and at stop", () => {
    expect(classify({ mode: "first" }, "退款，投诉").matched).toEqual(["refund"]);
    const stopping = rule("stop", word("退款"), { stop: true });
    expect(classify({ rules: [stopping, angry] }, "退款，投诉")).toMatchObject({
      matched: ["stop"],
      category: null,
      priority: null,
      tags: [],
    });
  });

  it("fills from otherwise what is unset, its tags only if nothing matched, its priority never against a rule's", () => {
    const urgent = { priority: "P0", addTags: ["其他"] } as const;
    const spec = { otherwise: { ...urgent, addTags: ["其他"] } };
    expect(classify(spec, "退款")).toMatchObject({ priority: "P2", tags: ["退换货"] });
    expect(classify(spec, "你好")).toMatchObject({
      priority: "P0",
      tags: ["其他"],
      matched: [],
      sources: { priority: "otherwise", tags: { 其他: "otherwise" } },
    });
  });

  it("lets an explicit priority win", () => {
    expect(classify({}, "投诉", { explicitPriority: "P3" })).toMatchObject({
      priority: "P3",
      sources: { priority: "caller" },
    });
  });

  it("skips disabled rules and rules outside from ≤ now < until", () => {
    const dated = rule(
      "dated",
      word("退款"),
      { addTags: ["x"] },
      { activeFrom: "2026-11-11T20:00:00+08:00", activeUntil: "2026-11-11T20:00:01+08:00" },
    );
    const at = (now: number) => classify({ rules: [dated] }, "退款", { now }).matched.length;
    expect([at(testNow - 1), at(testNow), at(testNow + 999), at(testNow + 1_000)]).toEqual([0, 1, 1, 0]);
    expect(classify({ rules: [{ ...refund, enabled: false }] }, "退款").matched).toEqual([]);
  });

  it("puts campaign rules first while their phase is in force", () => {
    const layer: ClassificationLayer = {
      campaign: "double-11",
      phase: "opening",
      prepend: [rule("presale", word("退款"), { category: "sale.refund" })],
      from: testNow,
      until: testNow + 10,
    };
    expect(classify({}, "退款", {}, [layer])).toMatchObject({
      matched: ["presale", "refund"],
      category: "sale.refund",
    });
    expect(classify({}, "退款", { now: testNow + 10 }, [layer]).matched).toEqual(["refund"]);
  });

  it("keeps hostile tag and field names as data", () => {
    const hostile = rule(
      "h",
      word("退款"),
      JSON.parse('{"addTags":["__proto__"],"fields":{"__proto__":{"polluted":true}}}'),
    );
    const result = classify({ rules: [hostile] }, "退款");
    expect(Object.keys(result.fields)).toEqual(["__proto__"]);
    expect(Object.entries(result.sources.tags)).toEqual([["__proto__", "h"]]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("asks for fetched facts until a known match has ended the list", () => {
    const erp = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
    const rules = [rule("a", erp("erp.a"), { stop: true }), refund, rule("c", erp("erp.c"), {})];
    const of = (mode: "all" | "first", given: Record<string, unknown>) =>
      compileClassification({ spec: { rules, mode } }, { fetched: (id) => id.startsWith("erp.") }).classify(
        given,
        { now: testNow },
      );
    expect(of("all", { "ticket.text": "退款" })).toEqual({ needs: ["erp.a", "erp.c"] });
    expect(of("first", { "ticket.text": "退款" })).toEqual({ needs: ["erp.a"] });
    expect(of("all", { "ticket.text": "退款", "erp.a": true })).toMatchObject({ matched: ["a"] });
    expect(of("all", { "ticket.text": "退款", "erp.a": null, "erp.c": true })).toMatchObject({
      matched: ["refund", "c"],
    });
  });

  it("agrees with json-rules-engine on generated rulesets", { timeout: 120_000 }, async () => {
    const then: fc.Arbitrary<Then> = fc.record(
      {
        addTags: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
        category: fc.constantFrom("x", "y"),
        priority: fc.constantFrom("P0", "P1", "P2", "P3"),
        fields: fc.dictionary(fc.constantFrom("k", "l"), fc.integer()),
        stop: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const segments = { base: word("退款") };
    const when = conditionOver(["base"]);
    const rules = fc.array(fc.record({ when, then, enabled: fc.boolean() }), { maxLength: 5 });
    const spec = fc.record({
      mode: fc.constantFrom("all", "first"),
      priority: fc.constantFrom("most-urgent", "first"),
      rules,
      otherwise: then,
    });
    await fc.assert(
      fc.asyncProperty(spec, facts, async ({ rules: bodies, ...rest }, given) => {
        const { stop, ...gaps } = rest.otherwise;
        const document = {
          spec: {
            ...rest,
            otherwise: gaps,
            rules: bodies.map((body, index) => ({ id: `r${index}`, ...body })),
          } as ClassificationSpec,
        };
        const options = { segments, calendars: testCalendars };
        const ours = compileClassification(document, options).classify(given, { now: testNow });
        expect(ours).toEqual(await referenceClassify(document, given, { now: testNow }, options));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("decision", () => {
  const ref = { kind: "classification", key: "default", revision: 7 } as const;

  it("holds what matched and why, small, as JSON", () => {
    const text = `${"长".repeat(5_000)}要退款${"。".repeat(5_000)}`;
    const when: Condition = { any: [word("投诉"), { all: [word("退款"), { not: word("发票") }] }] };
    const compiled = compileClassification({ spec: { rules: [{ ...refund, when }], mode: "all" } }, { ref });
    const decision = compiled.decision({ "ticket.text": text }, { now: testNow });
    const [matched] = decision.matched;
    expect(decision).toMatchObject({
      kind: "classification",
      ref,
      at: testNow,
      outcome: { category: "aftersales.return" },
    });
    expect(matched?.because.map(({ expected, result }) => [expected, result])).toEqual([
      ["退款", true],
      ["发票", false],
    ]);
    expect(matched?.because[0]?.matches).toEqual([{ keyword: "退款", start: 5_001, end: 5_003 }]);
    const actual = String(matched?.because[0]?.actual);
    expect(actual).toContain("退款");
    expect(actual.length).toBeLessThanOrEqual(becauseLimits.text);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    expect(JSON.stringify(decision).length).toBeLessThan(2_000);
  });

  it("says the same as classify", () => {
    fc.assert(
      fc.property(fc.array(conditionOver([]), { maxLength: 4 }), facts, (whens, given) => {
        const rules = whens.map((when, index) => rule(`r${index}`, when, { addTags: [`t${index}`] }));
        const compiled = compileClassification({ spec: { rules } }, { calendars: testCalendars });
        const decision = compiled.decision(given, { now: testNow });
        const { matched, sources, ...outcome } = compiled.classify(given, { now: testNow }) as Classification;
        expect(decision.outcome).toEqual(outcome);
        expect(decision.sources).toEqual(sources);
        expect(decision.matched.map(({ id }) => id)).toEqual(matched);
      }),
    );
  });
});

describe("explain", () => {
  it("says of every rule what became of it", () => {
    const rules = [
      { ...refund, id: "off", enabled: false },
      { ...refund, id: "late", activeFrom: "2030-01-01T00:00:00Z" },
      angry,
      rule("hit", refund.when, { ...refund.then, stop: true }),
      { ...refund, id: "after" },
    ];
    const { explain } = compileClassification({ spec: { rules } });
    const trace = explain({ "ticket.text": "退款" }, { now: testNow });
    expect(trace.rules.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "off disabled",
      "late inactive",
      "angry not-matched",
      "hit matched",
      "after not-reached",
    ]);
    expect(trace.rules[2]?.condition).toMatchObject({
      type: "leaf",
      expected: "投诉",
      actual: "退款",
      result: false,
    });
    expect(trace.outcome.tags).toEqual(["退换货"]);
  });
});
