import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalEdit } from "./minimal-edit.ts";

describe("minimalEdit", () => {
  it("touches only what differs", () => {
    expect(minimalEdit('{"a":1,"b":2}', '{"a":10,"b":2}')).toEqual({ start: 6, end: 6, text: "0" });
    expect(minimalEdit("abc", "ac")).toEqual({ start: 1, end: 2, text: "" });
    expect(minimalEdit("same", "same")).toBeNull();
  });

  it("gives the new text, whatever the two are", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(short, short, (before, after) => {
        const edit = minimalEdit(before, after);
        const made = edit ? before.slice(0, edit.start) + edit.text + before.slice(edit.end) : before;
        expect(made).toBe(after);
      }),
    );
  });
});
