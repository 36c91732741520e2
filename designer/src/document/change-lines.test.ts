import { expect, it } from "vitest";
import { emptyVocabulary } from "../conditions/vocabulary.ts";
import { languageInstance } from "../messages/language.ts";
import { changeLines } from "./change-lines.ts";
import { shortText, valueText } from "./value-text.ts";

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
    { id: "remove /spec/rules/1", op: "remove", place: "/spec/rules/1", from: rule("b", "Invoice") },
    {
      id: "replace /spec/rules/0/then/priority",
      op: "replace",
      place: "/spec/rules/0/then/priority",
      from: "P2",
      to: "P1",
    },
    { id: "add /spec/rules/1", op: "add", place: "/spec/rules/1", to: rule("c", "Complaint") },
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

it("tells a condition as one change, wherever its rule stands now", () => {
  const leaf = (value: number) => ({ fact: "order.amount", operator: "equal", value });
  const ruled = (id: string, ...values: number[]) => ({ id, when: { all: values.map(leaf) } });
  const before = { rules: [ruled("a", 1, 2), ruled("b", 3)] };
  const after = { rules: [ruled("b", 3, 4), ruled("a", 5)] };
  const lines = changeLines(before, after, (_document, path) => path);
  expect(lines.filter(({ op }) => op !== "move")).toEqual([
    {
      id: "replace /rules/0/when",
      op: "replace",
      place: "/rules/0/when",
      from: { all: [leaf(3)] },
      to: { all: [leaf(3), leaf(4)] },
    },
    {
      id: "replace /rules/1/when",
      op: "replace",
      place: "/rules/1/when",
      from: { all: [leaf(1), leaf(2)] },
      to: { all: [leaf(5)] },
    },
  ]);
});

it("says values as people do", () => {
  const speaker = { t: languageInstance("en").t, vocabulary: emptyVocabulary, language: "en" } as const;
  expect(valueText("PT30M", speaker)).toBe("30 min");
  expect(valueText("Party", speaker)).toBe("Party");
  expect(valueText({ id: "r1", name: "Refund" }, speaker)).toBe("Refund");
  expect(valueText({ fact: "order.amount", operator: "equal", value: 5 }, speaker)).toContain("5");
  expect(valueText(["a"], speaker)).toBe('["a"]');
});
