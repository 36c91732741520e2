import fc from "fast-check";
import { expect, test } from "vitest";
import { faultPosition } from "./json-fault.ts";
import { jsonDepth, parseJson } from "./parse-json.ts";

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test("the measured depth is the value's depth, brackets in strings or not", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      expect(jsonDepth(JSON.stringify(value))).toBe(depthOf(value));
    }),
  );
  expect(jsonDepth('{"a":"[[\\"[["}')).toBe(1);
});

test("parses what JSON.parse parses", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/__proto__|constructor|prototype/.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test("a banned word as a value is harmless, and a byte order mark is skipped", () => {
  expect(parseJson('{"a":"constructor"}')).toEqual({ a: "constructor" });
  expect(parseJson("\ufeff[1]")).toEqual([1]);
});

test.each([
  ['{"key": }', 8],
  ['{"key":', 7],
  ["[1,]", 3],
  ["[1 2]", 3],
  ['{"a":1,}', 7],
  ["{a:1}", 1],
  ["[1}", 2],
  ["01", 1],
  ["[] []", 3],
  ["tru", 0],
  ["", 0],
])("the fault of %s is at %d", (text, position) => {
  expect(faultPosition(text)).toBe(position);
  expect(() => parseJson(text)).toThrow(`at position ${position}`);
});

test("a text that is JSON has no fault before its end, and each cut of it ends too early", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, cut) => {
      const text = JSON.stringify([value]);
      expect(faultPosition(text)).toBe(text.length);
      const short = text.slice(0, cut % text.length);
      expect(faultPosition(short)).toBeLessThanOrEqual(short.length);
    }),
  );
});

test.each([
  ['"a\\ud800b"', "a\ufffdb"],
  ['"\\udc00"', "\ufffd"],
  ['"\\ud83d\\ude00"', "😀"],
  ['"\\ud83d\\ud83d\\ude00"', "\ufffd😀"],
  ['"\\\\ud800"', "\\ud800"],
  ['"\\\\\\ud800"', "\\\ufffd"],
])("half a surrogate pair in %s is a replacement character, whole ones stay", (text, value) => {
  expect(parseJson(text)).toBe(value);
});

test("every parsed text is well formed, and one that was is as it was", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        expect(parseJson(JSON.stringify({ [text]: text }))).toEqual(
          text.includes("__proto__") ? expect.anything() : { [wellFormed(text)]: wellFormed(text) },
        );
      },
    ),
  );
});

/** What UTF-8 makes of a text. */
const wellFormed = (text: string): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
