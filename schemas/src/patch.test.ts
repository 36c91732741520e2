import { expect, it } from "vitest";
import { applyPatch } from "./patch.ts";

const document = Object.freeze({ rules: [{ id: "a" }, { id: "b" }], "a/b": 1 });

it("adds, replaces and removes, and leaves the value alone", () => {
  expect(applyPatch(document, [{ op: "add", path: "/rules/1", value: { id: "x" } }])).toEqual({
    rules: [{ id: "a" }, { id: "x" }, { id: "b" }],
    "a/b": 1,
  });
  expect(applyPatch(document, [{ op: "add", path: "/rules/-", value: 3 }])).toMatchObject({
    rules: [{ id: "a" }, { id: "b" }, 3],
  });
  expect(applyPatch(document, [{ op: "replace", path: "/rules/0/id", value: "z" }])).toMatchObject({
    rules: [{ id: "z" }, { id: "b" }],
  });
  expect(
    applyPatch(document, [
      { op: "remove", path: "/rules/1" },
      { op: "remove", path: "/a~1b" },
      { op: "add", path: "/name", value: "n" },
    ]),
  ).toEqual({ rules: [{ id: "a" }], name: "n" });
  expect(document.rules).toHaveLength(2);
});

it("refuses a step whose place is not there", () => {
  for (const path of ["/rules/2", "/rules/x", "/missing", "/missing/x", "/rules/0/id/x", ""])
    expect(applyPatch(document, [{ op: "remove", path }]), path).toBeUndefined();
  expect(applyPatch(document, [{ op: "replace", path: "/rules/-", value: 1 }])).toBeUndefined();
});

it("cannot reach a prototype", () => {
  const path = "/__proto__/polluted";
  expect(applyPatch({}, [{ op: "add", path, value: 1 }])).toBeUndefined();
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
