import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPointerIndex, pointerToRange, type TextRange } from "./pointer-to-range.ts";

const text = `{
  "name": "退款",
  "spec": {
    "a/b": [10, { "~x": true }],
    "empty": {}
  }
}`;

/** What stands in a range. */
function cut(source: string, { startLine, startColumn, endLine, endColumn }: TextRange): string {
  const lines = source.split(/\r\n|\r|\n/);
  if (startLine !== endLine) throw new Error("over several lines");
  return (lines[startLine - 1] ?? "").slice(startColumn - 1, endColumn - 1);
}

describe("pointerToRange", () => {
  it.each([
    ["/name", '"退款"'],
    ["/spec/a~1b/0", "10"],
    ["/spec/a~1b/1/~0x", "true"],
  ])("marks the value of %s", (pointer, found) => {
    expect(cut(text, pointerToRange(text, pointer))).toBe(found);
  });

  it.each([
    ["/spec", '"spec"'],
    ["/spec/empty", '"empty"'],
    ["/spec/a~1b/1", "{"],
    ["", "{"],
  ])("marks %s by its key or its first sign", (pointer, found) => {
    expect(cut(text, pointerToRange(text, pointer))).toBe(found);
  });

  it.each([
    ["/spec/when/all", '"spec"'],
    ["/spec/a~1b/7", '"a/b"'],
    ["/spec/a~1b/x", '"a/b"'],
    ["/name/0", '"退款"'],
  ])("goes as far along %s as the text does", (pointer, found) => {
    expect(cut(text, pointerToRange(text, pointer))).toBe(found);
  });

  it("reads what it can of a broken text", () => {
    const broken = '{\n  "name": "x",\n  "spec": { "a": 1,\n';
    expect(cut(broken, pointerToRange(broken, "/spec/a"))).toBe("1");
    expect(pointerToRange("", "/spec")).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
  });

  it("counts every kind of line end", () => {
    const windows = text.replaceAll("\n", "\r\n");
    expect(pointerToRange(windows, "/spec/a~1b/0")).toEqual(pointerToRange(text, "/spec/a~1b/0"));
  });

  it("finds every leaf of any JSON", () => {
    const leaves = (value: unknown, path = ""): [string, unknown][] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, item]) =>
            leaves(item, `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
          )
        : [[path, value]];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const written = JSON.stringify(value, null, 2);
        const find = createPointerIndex(written);
        for (const [path, leaf] of leaves(JSON.parse(written)))
          expect(cut(written, find(path))).toBe(JSON.stringify(leaf));
      }),
    );
  });
});
