import { expect, it } from "vitest";
import { changeLines, shortText } from "./change-lines.ts";

const rule = (id: string, name: string, priority = "P2") => ({ id, name, then: { priority } });
const from = { spec: { rules: [rule("a", "Refund"), rule("b", "Invoice")] } };
const to = { spec: { rules: [rule("a", "Refund", "P1"), rule("c", "Complaint")] } };
const seen: unknown[] = [];
const place = (document: unknown, path: string) => {
  seen.push([document === from ? "from" : "to", path]);
  return path;
};

it("says what was changed, added and removed, and looks places up where they are", () => {
  expect(changeLines(from, to, place)).toEqual([
    { id: "remove /spec/rules/1", op: "remove", place: "/spec/rules/1", from: "Invoice" },
    {
      id: "replace /spec/rules/0/then/priority",
      op: "replace",
      place: "/spec/rules/0/then/priority",
      from: "P2",
      to: "P1",
    },
    { id: "add /spec/rules/1", op: "add", place: "/spec/rules/1", to: "Complaint" },
  ]);
  expect(seen).toEqual([
    ["from", "/spec/rules/1"],
    ["to", "/spec/rules/0/then/priority"],
    ["to", "/spec/rules/1"],
  ]);
});

it("shortens long values", () => {
  expect(shortText("x".repeat(500))).toHaveLength(160);
  expect(shortText({ a: [1] })).toBe('{"a":[1]}');
});
