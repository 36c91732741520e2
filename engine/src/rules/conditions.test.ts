import type { Condition } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineError } from "../errors.ts";
import { referenceTest } from "../reference.ts";
import { compileConditions } from "./conditions.ts";
import type { Facts } from "./evaluation.ts";
import { conditionWithSegments, factIds, facts, factValue, testCalendars, testNow } from "./testing.ts";

const context = { now: testNow };
const is = (fact: string, value: string | number | boolean = true): Condition => ({
  fact,
  operator: "equal",
  value,
});
const refusal = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    if (error instanceof EngineError) return error.message;
    throw error;
  }
};

describe("compileConditions", () => {
  it("is json-rules-engine on well-formed input", { timeout: 300_000 }, async () => {
    let held = 0;
    await fc.assert(
      fc.asyncProperty(conditionWithSegments, facts, async ({ when, segments }, given) => {
        const options = { segments, calendars: testCalendars };
        const compiled = compileConditions(when, options);
        const ours = compiled.test(given, context);
        expect(ours).toBe(await referenceTest(when, given, options, context));
        held += Number(ours);
        expect(compiled.evaluate(given, context)).toBe(ours);
        expect(compiled.explain(given, context).result).toBe(ours);
      }),
      { numRuns: 20_000 },
    );
    // Generated rules must be able to fail either way, or the comparison says nothing.
    expect(held).toBeGreaterThan(4_000);
    expect(held).toBeLessThan(16_000);
  });

  it("asks only for facts on which the outcome can depend, and agrees with every completion", () => {
    const fetchedIds = factIds.slice(0, 3);
    const fetched = (id: string) => fetchedIds.includes(id);
    fc.assert(
      fc.property(
        conditionWithSegments,
        facts,
        fc.array(fc.tuple(...fetchedIds.map(() => factValue)), { minLength: 3, maxLength: 3 }),
        ({ when, segments }, given, completions) => {
          const compiled = compileConditions(when, { segments, calendars: testCalendars, fetched });
          const answer = compiled.evaluate(given, context);
          const missing = fetchedIds.filter((id) => !Object.hasOwn(given, id));
          if (typeof answer === "object") {
            expect(answer.needs.length).toBeGreaterThan(0);
            expect(new Set(answer.needs).size).toBe(answer.needs.length);
            for (const id of answer.needs) expect(missing).toContain(id);
            expect(compiled.explain(given, context).result).toBe("unknown");
          }
          for (const values of completions) {
            const added = Object.fromEntries(missing.map((id) => [id, values[fetchedIds.indexOf(id)]]));
            const outcome = compiled.evaluate({ ...given, ...added }, context);
            if (typeof answer === "boolean") expect(outcome).toBe(answer);
            expect(outcome).toBe(compiled.test({ ...given, ...added }, context));
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("short-circuits needs on a known false, on a known true and on null", () => {
    const options = { fetched: (id: string) => id.startsWith("erp.") };
    const evaluate = (when: Condition, given: Facts) => compileConditions(when, options).evaluate(given);
    const both: Condition = { all: [is("erp.a"), is("x"), { not: is("erp.b") }] };
    expect(evaluate(both, { x: false })).toBe(false);
    expect(evaluate(both, { x: true })).toEqual({ needs: ["erp.a", "erp.b"] });
    expect(evaluate(both, { x: true, "erp.b": true })).toBe(false);
    expect(evaluate({ any: [is("erp.a"), is("x")] }, { x: true })).toBe(true);
    expect(evaluate(is("erp.a"), { "erp.a": undefined })).toBe(false);
    expect(evaluate({ ...is("x"), value: { fact: "erp.a" } } as Condition, { x: 1 })).toEqual({
      needs: ["erp.a"],
    });
  });

  it("lists the facts it reads, those of segments and references included", () => {
    const when: Condition = {
      any: [{ condition: "s" }, { fact: "a", operator: "equal", value: { fact: "b" } }],
    };
    expect(compileConditions(when, { segments: { s: is("c") } }).facts.toSorted()).toEqual(["a", "b", "c"]);
  });

  it("explains with values, references resolved, and places of keywords in the original text", () => {
    const when: Condition = {
      all: [
        { fact: "ticket.text", operator: "containsAnyText", value: ["发票", "vip"] },
        { fact: "a", operator: "equal", value: { fact: "b", path: "$.x[0]" } },
        { not: { condition: "gone" } },
      ],
    };
    const compiled = compileConditions(when, { segments: { gone: is("missing") } });
    expect(compiled.explain({ "ticket.text": "ＶＩＰ要開發票", a: 7, b: { x: [7] } })).toEqual({
      type: "all",
      result: true,
      children: [
        {
          type: "leaf",
          fact: "ticket.text",
          operator: "containsAnyText",
          expected: ["发票", "vip"],
          actual: "ＶＩＰ要開發票",
          result: true,
          matches: [
            { keyword: "vip", start: 0, end: 3 },
            { keyword: "发票", start: 5, end: 7 },
          ],
        },
        { type: "leaf", fact: "a", operator: "equal", expected: 7, actual: 7, result: true },
        {
          type: "not",
          result: true,
          children: [
            {
              type: "segment",
              segment: "gone",
              result: false,
              children: [
                {
                  type: "leaf",
                  fact: "missing",
                  operator: "equal",
                  expected: true,
                  actual: null,
                  missing: true,
                  result: false,
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("reads own properties only", () => {
    const holds = (fact: string, path: string | undefined, given: Facts) =>
      compileConditions({ fact, operator: "isPresent", value: true, ...(path ? { path } : {}) }).test(given);
    expect(holds("toString", undefined, {})).toBe(false);
    expect(holds("constructor", undefined, {})).toBe(false);
    expect(holds("x", "$.toString", { x: {} })).toBe(false);
    expect(holds("x", "$['a b'].c[1]", { x: { "a b": { c: [0, 1] } } })).toBe(true);
    expect(holds("x", "$.a.b", { x: { a: "text" } })).toBe(false);
  });

  it("sees a changed facts object", () => {
    const compiled = compileConditions({ fact: "t", operator: "containsText", value: "退款" });
    const given: Record<string, unknown> = { t: "退款" };
    expect(compiled.test(given)).toBe(true);
    given.t = "退货";
    expect(compiled.test(given)).toBe(false);
  });

  it("refuses a relative time without now", () => {
    const compiled = compileConditions({ fact: "t", operator: "withinLast", value: "PT1H" });
    expect(refusal(() => compiled.test({ t: 0 }))).toMatch(/now/);
    expect(compiled.test({})).toBe(false);
  });
});

describe("hostile conditions", () => {
  it.each<[string, unknown, Record<string, unknown>?]>([
    ["empty any", { any: [] }],
    ["empty all", { all: [] }],
    ["several", { all: [is("a")], any: [is("a")] }],
    ["no object", null],
    ["unknown operator", { fact: "a", operator: "like", value: 1 }],
    ["unknown decorator", { fact: "a", operator: "maybe:equal", value: 1 }],
    ["too many decorators", { fact: "a", operator: `${"not:".repeat(9)}equal`, value: 1 }],
    ["inherited operator", { fact: "a", operator: "constructor", value: 1 }],
    ["own __proto__", JSON.parse('{"all":[{"__proto__":{},"fact":"a","operator":"equal","value":1}]}')],
    ["script in a path", { fact: "a", operator: "equal", value: 1, path: "$[?(@.a)]" }],
    ["unknown segment", { condition: "nobody" }],
    ["inherited segment", { condition: "toString" }],
    [
      "segment cycle",
      { condition: "a" },
      { a: { not: { condition: "b" } }, b: { all: [{ condition: "a" }] } },
    ],
    ["bad pattern", { fact: "a", operator: "matches", value: "(" }],
    ["back-reference", { fact: "a", operator: "matches", value: "(a)\\1" }],
    ["exploding pattern", { fact: "a", operator: "matches", value: "((a{1,100}){1,100}){1,100}" }],
    ["unknown calendar", { fact: "a", operator: "withinCalendar", value: "nobody" }],
  ])("refuses %s", (_name, when, segments) => {
    const options = { segments: (segments ?? {}) as Record<string, Condition> };
    expect(refusal(() => compileConditions(when as Condition, options))).toEqual(expect.any(String));
  });

  it("refuses nesting over 32 and more than 10,000 leaves", () => {
    let deep: Condition = is("a");
    for (let depth = 0; depth < 40_000; depth += 1) deep = { not: deep };
    expect(refusal(() => compileConditions(deep))).toMatch(/32/);
    expect(refusal(() => compileConditions({ any: Array.from({ length: 10_001 }, () => is("a")) }))).toMatch(
      /10000/,
    );
  });

  it("refuses segments that grow without end when inlined", () => {
    const twice = (key: string): Condition => ({ all: [{ condition: key }, { condition: key }] });
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`s${index}`, index === 0 ? is("a") : twice(`s${index - 1}`)]),
    );
    expect(refusal(() => compileConditions({ condition: "s39" }, { segments: doubling }))).toMatch(
      /too large/,
    );
    const chain = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`c${index}`, { condition: `c${index + 1}` } as Condition]),
    );
    expect(refusal(() => compileConditions({ condition: "c0" }, { segments: chain }))).toMatch(/too deeply/);
  });

  it("never throws for any JSON as facts, whatever the operator", () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.constant({ toString: 1, valueOf: 2 }),
      fc.constant([{ toString: null }]),
    );
    fc.assert(
      fc.property(
        conditionWithSegments,
        fc.array(hostile, { minLength: 6, maxLength: 6 }),
        ({ when, segments }, values) => {
          const given = Object.fromEntries(factIds.map((id, index) => [id, values[index]]));
          const compiled = compileConditions(when, { segments, calendars: testCalendars });
          expect(typeof compiled.test(given, context)).toBe("boolean");
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("matches evil patterns in linear time", () => {
    const compiled = compileConditions({ fact: "t", operator: "matches", value: "^(a+)+$" });
    expect(compiled.test({ t: `${"a".repeat(100_000)}!` })).toBe(false);
  });

  it("shows no more of a long text in each of very many leaves than the part that matched", () => {
    const leaf = (word: string): Condition => ({ fact: "t", operator: "containsText", value: word });
    const all = Array.from({ length: 2_000 }, (_, index) => leaf(index % 2 === 0 ? "退款" : "没有"));
    const trace = compileConditions({ any: all }).explain({ t: `${"好".repeat(100_000)}退款` }, context);
    expect(JSON.stringify(trace).length).toBeLessThan(1_500_000);
    const [first] = trace.type === "any" ? trace.children : [];
    expect(first).toMatchObject({ matches: [{ keyword: "退款", start: 100_000, end: 100_002 }] });
    expect(JSON.stringify(first)).toContain("好退款");
  });

  it("shows a few thousand matches of a trace in all, and at least one of each leaf", () => {
    const leaf: Condition = { fact: "t", operator: "containsText", value: "退" };
    const trace = compileConditions({ any: Array(300).fill(leaf) }).explain({ t: "退".repeat(500) }, context);
    const leaves = trace.type === "any" ? trace.children : [];
    const counts = leaves.map((one) => (one.type === "leaf" ? (one.matches?.length ?? 0) : 0));
    expect([counts[0], counts[99], counts[100], counts[299]]).toEqual([100, 100, 1, 1]);
  });
});
