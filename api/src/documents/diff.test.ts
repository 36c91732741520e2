import fc from "fast-check";
import { expect, test } from "vitest";
import { diff, type JsonChange } from "./diff.ts";
import { stableJson } from "./stable-json.ts";

test("equal values have no difference, different ones have one", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const plain = (value: unknown) => stableJson(value);
      expect(diff(a, JSON.parse(JSON.stringify(a)))).toEqual([]);
      expect(diff(a, b).length > 0).toBe(plain(a) !== plain(b));
    }),
  );
});

test("stable JSON does not depend on the order of keys", () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, child]) => [key, reversed(child)]),
          )
        : value;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(stableJson(reversed(value))).toBe(stableJson(value));
    }),
  );
});

test("items with ids are matched by them, and moves are told apart from changes", () => {
  const from = {
    rules: [
      { id: "a", n: 1 },
      { id: "b", n: 1 },
      { id: "c", n: 1 },
    ],
  };
  const to = {
    rules: [
      { id: "c", n: 1 },
      { id: "a", n: 2 },
      { id: "d", n: 1 },
    ],
  };
  expect(diff(from, to)).toEqual<JsonChange[]>([
    { op: "remove", path: "/rules/1", from: { id: "b", n: 1 } },
    { op: "replace", path: "/rules/1/n", from: 1, to: 2 },
    { op: "add", path: "/rules/2", to: { id: "d", n: 1 } },
    { op: "move", path: "/rules/0", from: "/rules/2" },
    { op: "move", path: "/rules/1", from: "/rules/0" },
  ]);
});

test("names are escaped in pointers", () => {
  expect(diff({}, { "a/b~c": 1 })).toEqual([{ op: "add", path: "/a~1b~0c", to: 1 }]);
});
