import { expect, it } from "vitest";
import { type Stroke, strokeOf } from "./use-shortcuts.ts";

const plain: Stroke = { key: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

it("knows the strokes of a document page, on either keyboard", () => {
  const told = (stroke: Partial<Stroke>) => strokeOf({ ...plain, ...stroke });
  expect(told({ key: "z", ctrlKey: true })).toBe("undo");
  expect(told({ key: "z", metaKey: true })).toBe("undo");
  expect(told({ key: "Z", ctrlKey: true, shiftKey: true })).toBe("redo");
  expect(told({ key: "y", ctrlKey: true })).toBe("redo");
  expect(told({ key: "s", ctrlKey: true })).toBe("save");
  expect(told({ key: "Enter", ctrlKey: true })).toBe("publish");
  expect(told({ key: "z" })).toBeUndefined();
  // Alt Gr types letters on many keyboards.
  expect(told({ key: "z", ctrlKey: true, altKey: true })).toBeUndefined();
});
