import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPath, toNumber, toSteps, toText, writePath } from "./paths.ts";

describe("a path", () => {
  // RFC 6901, section 5, without the fragment form; the keys with dots and slashes are its own.
  const document = {
    foo: ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    " ": 7,
    "m~n": 8,
  };
  it.each([
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["foo.1", "baz"],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/e^f", 3],
    ["/g|h", 4],
    ["/i\\j", 5],
    ["/ ", 7],
    ["/m~0n", 8],
    ["/foo/2", undefined],
    ["foo.length.x", undefined],
  ])("%s", (path, value) => {
    expect(readPath(document, path)).toEqual(value);
  });

  it("never leaves own properties, and writes what it then reads", () => {
    const name = fc.constantFrom("a", "b", "__proto__", "constructor", "toString", "0");
    const steps = fc.array(name, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(steps, fc.integer(), (parts, value) => {
        const path = `/${parts.join("/")}`;
        const target: Record<string, unknown> = {};
        expect(readPath(target, path)).toBeUndefined();
        writePath(target, path, value);
        const isForbidden = parts.some((part) => ["__proto__", "constructor"].includes(part));
        expect(readPath(target, path)).toBe(isForbidden ? undefined : value);
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
        expect(toSteps(path)).toEqual(parts);
      }),
    );
  });
});

it("numbers and texts are read strictly", () => {
  expect([" 12.5 ", 3, "", " ", "x", Number.NaN, null, true, "1e400"].map(toNumber)).toEqual([
    12.5,
    3,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(["a", "", 0, false, null, {}, undefined].map(toText)).toEqual([
    "a",
    null,
    "0",
    "false",
    null,
    null,
    null,
  ]);
});
