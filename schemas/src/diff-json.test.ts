import { expect, test } from "vitest";
import { diffJson, type JsonChange } from "./diff-json.ts";

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
  expect(diffJson(from, to)).toEqual<JsonChange[]>([
    { op: "remove", path: "/rules/1", from: { id: "b", n: 1 } },
    { op: "replace", path: "/rules/1/n", from: 1, to: 2 },
    { op: "add", path: "/rules/2", to: { id: "d", n: 1 } },
    { op: "move", path: "/rules/0", from: "/rules/2" },
    { op: "move", path: "/rules/1", from: "/rules/0" },
  ]);
});

test("items without ids are matched by place", () => {
  expect(diffJson([1, 2], [1, 3, 4])).toEqual([
    { op: "replace", path: "/1", from: 2, to: 3 },
    { op: "add", path: "/2", to: 4 },
  ]);
  expect(diffJson([{ id: "a" }, { id: "a" }], [{ id: "a" }])).toEqual([
    { op: "remove", path: "/1", from: { id: "a" } },
  ]);
});

test("names are escaped in pointers", () => {
  expect(diffJson({}, { "a/b~c": 1 })).toEqual([{ op: "add", path: "/a~1b~0c", to: 1 }]);
});
