import { describe, expect, it } from "vitest";
import { freshName, fromText, toText, type VariableType } from "./variable-text.ts";

describe("an initial value", () => {
  it.each([
    ["string", "待审", "待审"],
    ["number", "42", 42],
    ["boolean", "true", true],
    ["array", '["a"]', ["a"]],
    ["object", '{"a":1}', { a: 1 }],
  ] as const)("of type %s is read from %s and written back", (type, text, value) => {
    expect(fromText(text, type)).toEqual({ ok: true, value });
    expect(toText(value as never, type)).toBe(text);
  });

  it.each([
    ["number", "many"],
    ["number", '"1"'],
    ["boolean", "1"],
    ["array", "{}"],
    ["object", "[]"],
    ["object", "null"],
  ] as const)("of type %s is not %s", (type: VariableType, text) => {
    expect(fromText(text, type)).toEqual({ ok: false });
  });

  it("may be left out", () => {
    expect(fromText(" ", "number")).toEqual({ ok: true, value: undefined });
    expect(toText(undefined, "number")).toBe("");
  });
});

it("finds a name that is free", () => {
  expect(freshName({ v1: { type: "string" } })).toBe("v2");
});
