import { describe, expect, it } from "vitest";
import { isWithin, toPointer, valueAt, withValueAt } from "./form-path.ts";

describe("paths", () => {
  it("become pointers", () => {
    expect(toPointer([])).toBe("");
    expect(toPointer(["branches", 0, "a/b~c"])).toBe("/branches/0/a~1b~0c");
  });

  it("hold what is below them, not what begins alike", () => {
    expect(isWithin("/a/b", "/a")).toBe(true);
    expect(isWithin("/ab", "/a")).toBe(false);
    expect(isWithin("/x", "")).toBe(true);
  });
});

describe("values at paths", () => {
  const value = { list: [{ a: 1 }, { a: 2 }], b: "x" };

  it("are read", () => {
    expect(valueAt(value, ["list", 1, "a"])).toBe(2);
    expect(valueAt(value, ["none", "at", "all"])).toBeUndefined();
  });

  it("are replaced in a copy, in their place", () => {
    const next = withValueAt(value, ["list", 0, "a"], 9);
    expect(next).toEqual({ list: [{ a: 9 }, { a: 2 }], b: "x" });
    expect(Object.keys(next as object)).toEqual(["list", "b"]);
    expect(value.list[0]).toEqual({ a: 1 });
  });

  it("are added and taken away", () => {
    expect(withValueAt({}, ["retry", "max"], "PT1M")).toEqual({ retry: { max: "PT1M" } });
    expect(withValueAt(value, ["b"], undefined)).toEqual({ list: value.list });
    expect(withValueAt(undefined, [], { a: 1 })).toEqual({ a: 1 });
  });
});
