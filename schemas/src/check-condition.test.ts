import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCondition } from "./check-condition.ts";
import { conditionLimits } from "./conditions.ts";

const leaf = { fact: "ticket.channel", operator: "equal", value: "jd" };
const faults = (condition: unknown) =>
  checkCondition(condition, "/when").map(({ path, code }) => [path, code]);

/** A tree of `levels` nested lists around one leaf, built without recursion. */
function nested(levels: number): unknown {
  let tree: unknown = leaf;
  for (let level = 0; level < levels; level += 1) tree = { all: [tree] };
  return tree;
}

describe("checkCondition", () => {
  it("takes every form of the format", () => {
    const condition = {
      all: [
        leaf,
        { any: [{ condition: "vip" }, { not: leaf }] },
        { fact: "vars.track", operator: "equal", value: { fact: "order.status", path: "$.a['b c'][0]" } },
        { fact: "vars.track", operator: "equal", value: null, path: "$.steps[2].state", params: { a: 1 } },
      ],
    };
    expect(faults(condition)).toEqual([]);
  });

  it.each([
    ["empty all", { all: [] }, "/when/all", "condition.empty-list"],
    ["empty any", { any: [] }, "/when/any", "condition.empty-list"],
    ["nothing at all", {}, "/when", "condition.empty"],
    ["two forms on one object", { all: [leaf], any: [leaf] }, "/when", "condition.several"],
    ["a leaf with a list", { ...leaf, all: [leaf] }, "/when", "condition.several"],
    ["a list that is none", { all: leaf }, "/when/all", "schema.type"],
    ["an unknown property", { ...leaf, prio: 1 }, "/when/prio", "schema.unknown-property"],
    ["a leaf without value", { fact: "a", operator: "equal" }, "/when", "schema.required"],
    ["an operator of the wrong type", { ...leaf, operator: 1 }, "/when/operator", "schema.type"],
    ["a fact of the wrong type", { ...leaf, fact: 1 }, "/when/fact", "schema.type"],
    ["params of the wrong type", { ...leaf, params: [] }, "/when/params", "schema.type"],
    ["a reference of the wrong type", { ...leaf, value: { fact: 1 } }, "/when/value/fact", "schema.type"],
    ["a segment of the wrong type", { condition: 1 }, "/when/condition", "schema.type"],
    ["a wild path", { ...leaf, path: "$..*" }, "/when/path", "condition.path"],
    ["a script in a path", { ...leaf, path: "$[?(@.a)]" }, "/when/path", "condition.path"],
    [
      "a wild path of a reference",
      { ...leaf, value: { fact: "a", path: "$.*" } },
      "/when/value/path",
      "condition.path",
    ],
    [
      "an unknown property of a reference",
      { ...leaf, value: { fact: "a", pathh: "$.a" } },
      "/when/value/pathh",
      "schema.unknown-property",
    ],
    ["no object", "vip", "/when", "schema.type"],
    ["null", null, "/when", "schema.type"],
    ["a list", [leaf], "/when", "schema.type"],
    [
      "a fault deep inside",
      { any: [leaf, { not: { all: [] } }] },
      "/when/any/1/not/all",
      "condition.empty-list",
    ],
  ])("refuses %s, with its path", (_name, condition, path, code) => {
    expect(faults(condition)).toEqual([[path, code]]);
  });

  it.each(["__proto__", "constructor", "prototype"])("refuses the own key %s", (key) => {
    const condition: unknown = JSON.parse(`{"fact":"a","operator":"equal","value":1,"${key}":{"x":1}}`);
    expect(faults(condition)).toEqual([[`/when/${key}`, "condition.banned-key"]]);
    const inParams: unknown = JSON.parse(`{"fact":"a","operator":"equal","value":1,"params":{"${key}":1}}`);
    expect(faults(inParams)).toEqual([[`/when/params/${key}`, "condition.banned-key"]]);
    const inReference: unknown = JSON.parse(
      `{"fact":"a","operator":"equal","value":{"fact":"b","${key}":1}}`,
    );
    expect(faults(inReference)).toEqual([[`/when/value/${key}`, "condition.banned-key"]]);
  });

  it("stops at the nesting limit", () => {
    expect(faults(nested(conditionLimits.depth - 1))).toEqual([]);
    expect(faults(nested(conditionLimits.depth)).map(([, code]) => code)).toEqual(["condition.too-deep"]);
  });

  it("survives hostile nesting", () => {
    expect(faults(nested(100_000)).map(([, code]) => code)).toEqual(["condition.too-deep"]);
  });

  it.each([
    ["comparisons", leaf],
    ["segments", { condition: "vip" }],
  ])("stops at the number of %s", (_, end) => {
    const leaves = (count: number) => ({ any: Array.from({ length: count }, () => end) });
    expect(faults(leaves(conditionLimits.leaves))).toEqual([]);
    for (const count of [conditionLimits.leaves + 1, 150_000])
      expect(faults(leaves(count)).map(([, code]) => code)).toEqual(["condition.too-many"]);
  });

  it("answers something for any JSON, and never more than it promises", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(checkCondition(value).length).toBeLessThanOrEqual(101);
      }),
    );
  });

  it("gives its texts in both languages", () => {
    const [found] = checkCondition({ all: [leaf], any: [leaf] });
    expect(found?.message.en).toBe("has several of all, any; keep one");
    expect(found?.message.zh).toContain("all, any");
  });
});
