import type { ClassificationRule, Condition } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { type Classification, type ClassificationOptions, compileClassification } from "../classification.ts";
import type { Facts } from "../evaluation.ts";
import type { Operator } from "../operator.ts";
import { builtInOperators } from "../operator-list.ts";

const leaf = (operator: string, value: unknown, fact = "ticket.text"): Condition =>
  ({ fact, operator, value }) as Condition;
const rule = (id: number, when: Condition): ClassificationRule => ({
  id: `r${id}`,
  when,
  then: { addTags: [`t${id}`] },
});
const rulesOf = (count: number, whenOf: (index: number) => Condition) =>
  Array.from({ length: count }, (_, index) => rule(index, whenOf(index)));

/** An operator that counts how often it is asked. */
function counting(answer = true) {
  const asked: unknown[] = [];
  const operator: Operator = {
    id: "counted",
    label: { zh: "计数", en: "counted" },
    factTypes: ["any"],
    value: {},
    prepare: (value) => ({
      test: () => {
        asked.push(value);
        return answer;
      },
    }),
  };
  return { asked, operators: [...builtInOperators, operator] };
}

const compile = (rules: readonly ClassificationRule[], options: ClassificationOptions = {}) =>
  compileClassification({ spec: { rules: [...rules] } }, options);
const matchedBy = (compiled: ReturnType<typeof compile>, facts: Facts): readonly string[] =>
  (compiled.classify(facts, { now: 0 }) as Classification).matched;

/** A word of its own for each number. */
const wordOf = (index: number) =>
  String.fromCharCode(0x4e00 + (index % 100), 0x5000 + Math.floor(index / 100));

describe("the work for a ticket", () => {
  it("is what its words, values and ranges reach, not the ruleset", () => {
    const { asked, operators } = counting();
    const rules = rulesOf(10_000, (index) => {
      const ask = leaf("counted", index);
      if (index % 4 === 0) return { all: [ask, leaf("containsText", wordOf(index))] };
      if (index % 4 === 1) return { all: [ask, leaf("equal", `shop-${index}`, "ticket.shop")] };
      if (index % 4 === 2) return { all: [ask, leaf("between", [index, index + 4], "order.amount")] };
      return {
        all: [ask, { any: [leaf("containsAllText", [wordOf(index), "退款"]), { condition: "vip" }] }],
      };
    });
    const segments = { vip: leaf("contains", "vip", "customer.tags") };
    const compiled = compile(rules, { operators, segments });
    const facts = {
      "ticket.text": `请问${wordOf(400)}，${wordOf(403)}退款`,
      "ticket.shop": "shop-5",
      "order.amount": 4_004,
      "customer.tags": ["new"],
    };
    expect(matchedBy(compiled, facts)).toEqual(["r5", "r400", "r403", "r4002"]);
    expect(asked).toHaveLength(4);
    expect(matchedBy(compiled, { ...facts, "customer.tags": ["vip"] })).toHaveLength(2_503);
    expect(matchedBy(compiled, {})).toEqual([]);
  });

  it("asks the same question once, in however many rules and segments it stands", () => {
    const { asked, operators } = counting();
    const segments = { seg: { not: leaf("counted", "b") } };
    const rules = rulesOf(1_000, (index) =>
      index % 2 === 0 ? leaf("counted", "a") : { any: [{ condition: "seg" }, leaf("counted", "a")] },
    );
    expect(matchedBy(compile(rules, { operators, segments }), {})).toHaveLength(1_000);
    expect(asked).toEqual(["a", "b"]);
  });

  it("takes the rarest of the necessary leaves", () => {
    const { asked, operators } = counting();
    const common = [leaf("equal", true, "message.public"), leaf("greaterThan", 0, "order.amount")];
    const rules = rulesOf(500, (index) => ({
      all: [leaf("counted", index), ...common, leaf("containsText", wordOf(index))],
    }));
    const facts = { "message.public": true, "order.amount": 9, "ticket.text": wordOf(7) };
    expect(matchedBy(compile(rules, { operators }), facts)).toEqual(["r7"]);
    expect(asked).toEqual([7]);
  });

  it("grows with the text and the distinct keywords only, however they overlap", () => {
    const nested = Array.from({ length: 1_000 }, (_, index) => "a".repeat(index + 1));
    const many = Array.from({ length: 9_000 }, (_, index) => `a${wordOf(index)}`);
    const compiled = compile([
      rule(0, leaf("containsAnyText", [...nested, ...many])),
      rule(1, leaf("containsAllText", nested.slice(0, 100))),
      rule(2, leaf("containsUnnegatedText", nested.slice(0, 64))),
      rule(3, leaf("containsUnnegatedText", ["b", ...many])),
    ]);
    expect(matchedBy(compiled, { "ticket.text": "a".repeat(200_000) })).toEqual(["r0", "r1", "r2"]);
    expect(matchedBy(compiled, { "ticket.text": "不a".repeat(100_000) })).toEqual(["r0"]);
  });
});

describe("rules that are nearly the same", () => {
  it("are kept apart by path, by type and by list", () => {
    const at = (path: string): Condition => ({ fact: "vars.x", operator: "equal", value: 1, path });
    const compiled = compile([
      rule(0, at("$.a")),
      rule(1, at("$.b")),
      rule(2, leaf("equal", 1, "vars.y")),
      rule(3, leaf("equal", "1", "vars.y")),
      rule(4, leaf("in", [1, "2"], "vars.y")),
      rule(5, leaf("in", ["1", 2], "vars.y")),
      rule(6, leaf("equal", null, "vars.y")),
      rule(7, leaf("equal", Number.NaN, "vars.y")),
    ]);
    expect(matchedBy(compiled, { "vars.x": { a: 0, b: 1 }, "vars.y": 1 })).toEqual(["r1", "r2", "r4"]);
    expect(matchedBy(compiled, { "vars.x": { a: 1, b: 0 }, "vars.y": "1" })).toEqual(["r0", "r3", "r5"]);
    expect(matchedBy(compiled, { "vars.y": null })).toEqual(["r6"]);
    expect(matchedBy(compiled, { "vars.y": Number.NaN })).toEqual([]);
  });
});

describe("hostile rulesets", () => {
  it("takes 10,000 leaves in one rule, and long lists", () => {
    const leaves = Array.from({ length: 10_000 }, (_, index) => leaf("equal", index, "order.amount"));
    const list = Array.from({ length: 10_000 }, (_, index) => `s${index}`);
    const compiled = compile([
      rule(0, { any: leaves }),
      rule(1, { all: leaves }),
      rule(2, leaf("in", list, "ticket.shop")),
    ]);
    expect(matchedBy(compiled, { "order.amount": 9_999, "ticket.shop": "s9999" })).toEqual(["r0", "r2"]);
  });

  it("keeps segments that double shared", () => {
    const twice = (key: string): Condition => ({ any: [{ condition: key }, { not: { condition: key } }] });
    const segments = Object.fromEntries(
      Array.from({ length: 16 }, (_, index) => [
        `s${index}`,
        index === 0 ? leaf("containsText", "退款") : twice(`s${index - 1}`),
      ]),
    );
    const { asked, operators } = counting(false);
    const rules = rulesOf(2_000, () => ({
      all: [{ not: { not: { condition: "s15" } } }, leaf("counted", 1)],
    }));
    expect(matchedBy(compile(rules, { segments, operators }), { "ticket.text": "退款" })).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it("reads names of Object.prototype as any others", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const rules = names.map((name, index) =>
      rule(index, { any: [leaf("equal", name, name), leaf("containsText", name)] }),
    );
    const compiled = compile(rules);
    expect(matchedBy(compiled, {})).toEqual([]);
    expect(matchedBy(compiled, { "ticket.text": "see __PROTO__ and toString" })).toEqual(["r0", "r2"]);
    const own = JSON.parse('{"__proto__":"__proto__","constructor":"constructor"}') as Facts;
    expect(matchedBy(compiled, own)).toEqual(["r0", "r1"]);
  });
});

describe("the working memory", () => {
  const rules = rulesOf(3, (index) => ({
    all: [leaf("containsText", "退款"), leaf("equal", index, "vars.n")],
  }));

  it("is not disturbed by a fact that classifies with the same ruleset", () => {
    const compiled = compile(rules);
    const inner: (readonly string[])[] = [];
    const facts = {
      "ticket.text": "退款",
      get "vars.n"() {
        inner.push(matchedBy(compiled, { "ticket.text": "退款", "vars.n": 2 }));
        return 1;
      },
    };
    expect(matchedBy(compiled, facts)).toEqual(["r1"]);
    expect(inner.length).toBeGreaterThan(0);
    for (const one of inner) expect(one).toEqual(["r2"]);
  });

  it("is clean after a fact that throws, and after a list that ended early", () => {
    const compiled = compile([{ ...rule(9, leaf("containsText", "停")), then: { stop: true } }, ...rules]);
    const throwing = {
      "ticket.text": "退款",
      get "vars.n"(): number {
        throw new Error("no");
      },
    };
    expect(() => matchedBy(compiled, throwing)).toThrow("no");
    expect(matchedBy(compiled, { "vars.n": 0 })).toEqual([]);
    expect(matchedBy(compiled, { "ticket.text": "停，退款", "vars.n": 0 })).toEqual(["r9"]);
    expect(matchedBy(compiled, { "ticket.text": "货", "vars.n": 0 })).toEqual([]);
    expect(matchedBy(compiled, { "ticket.text": "退款", "vars.n": 0 })).toEqual(["r0"]);
  });
});
