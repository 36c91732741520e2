import { describe, expect, it } from "vitest";
import { branchOf, firstValue } from "./union-branch.ts";

const needed = [{ const: "any" }, { const: "all" }, { type: "integer", minimum: 1, maximum: 100 }];

describe("the kind of a value", () => {
  it("is the branch it fits", () => {
    expect(branchOf(needed, "all")).toBe(1);
    expect(branchOf(needed, 3)).toBe(2);
    expect(branchOf(needed, undefined)).toBeUndefined();
  });

  it("is the branch of its type where it fits none: a mistake is mended in its own input", () => {
    expect(branchOf(needed, 0)).toBe(2);
    expect(branchOf(needed, "some")).toBeUndefined();
  });

  it("stays the one chosen while that fits too", () => {
    const loose = [{ type: "string" }, { type: "string", minLength: 1 }];
    expect(branchOf(loose, "x", 1)).toBe(1);
    expect(branchOf(loose, "", 1)).toBe(0);
  });
});

it("begins with what can be said for sure", () => {
  expect(needed.map(firstValue)).toEqual(["any", "all", 1]);
  expect(firstValue({ type: "string" })).toBeUndefined();
  expect(firstValue({ type: "object" })).toEqual({});
});
