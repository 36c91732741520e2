import { describe, expect, it } from "vitest";
import { parseTaskFields, toTaskAnswers } from "./task-fields.ts";

describe("task form", () => {
  it("reads fields with labels in both languages, their type and options", () => {
    const [photo, verdict] = parseTaskFields([
      { key: "photo", type: "text", label: { zh: "照片", en: "Photo" }, required: true },
      {
        key: "verdict",
        type: "select",
        label: "结论",
        options: ["ok", { value: "bad", label: { zh: "坏", en: "Bad" } }],
      },
    ]);
    expect(photo).toEqual({
      key: "photo",
      type: "text",
      label: { zh: "照片", en: "Photo" },
      required: true,
      options: [],
    });
    expect(verdict?.label).toEqual({ zh: "结论", en: "结论" });
    expect(verdict?.options.map(({ value, label }) => [value, label.en])).toEqual([
      ["ok", "ok"],
      ["bad", "Bad"],
    ]);
  });

  it("lets a broken field hide no other", () => {
    const fields = parseTaskFields([
      null,
      7,
      { type: "text" },
      { key: "a", type: "colour" },
      { key: "b", label: { zh: "乙" } },
    ]);
    expect(fields.map(({ key, type, label }) => [key, type, label.en])).toEqual([
      ["a", "text", "a"],
      ["b", "text", "乙"],
    ]);
    expect(parseTaskFields(null)).toEqual([]);
    expect(parseTaskFields({ key: "a" })).toEqual([]);
  });

  it("sends only what was filled in", () => {
    expect(toTaskAnswers({ a: "", b: undefined, c: 0, d: false, e: null, f: ["x"] })).toEqual({
      c: 0,
      d: false,
      f: ["x"],
    });
  });
});
