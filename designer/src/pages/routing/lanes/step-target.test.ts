import { expect, it } from "vitest";
import { laneId, readDragged, stepId } from "./sortable-ids.ts";
import { stepTarget } from "./step-target.ts";

const routes = [
  { id: "a", steps: [{ sticky: "P1D" }, { group: "g" }, { pool: "p" }] },
  { id: "b", steps: [{ group: "h" }] },
];

it("moves along a lane and stops at its ends", () => {
  expect(stepTarget({ routes }, { route: "a", at: 0 }, "ArrowRight")).toEqual({ route: "a", at: 1 });
  expect(stepTarget({ routes }, { route: "a", at: 0 }, "ArrowLeft")).toBeUndefined();
  expect(stepTarget({ routes }, { route: "b", at: 0 }, "ArrowRight")).toBeUndefined();
});

it("moves to the next lane, before its pool", () => {
  expect(stepTarget({ routes }, { route: "b", at: 0 }, "ArrowUp")).toEqual({ route: "a", at: 0 });
  expect(stepTarget({ routes }, { route: "a", at: 2 }, "ArrowDown")).toEqual({ route: "b", at: 1 });
  const longer = [
    ...routes,
    { id: "c", steps: [{ group: "x" }, { group: "y" }, { group: "z" }, { group: "w" }] },
  ];
  expect(stepTarget({ routes: longer }, { route: "c", at: 3 }, "ArrowUp")).toEqual({ route: "b", at: 1 });
  expect(stepTarget({ routes }, { route: "a", at: 0 }, "ArrowUp")).toBeUndefined();
  expect(stepTarget({ routes }, { route: "a", at: 0 }, "x")).toBeUndefined();
});

it("reads the names of what is dragged, also of routes with spaces", () => {
  expect(readDragged(laneId("a b"))).toEqual({ type: "lane", route: "a b" });
  expect(readDragged(stepId("a b", 3))).toEqual({ type: "step", route: "a b", at: 3 });
  expect(readDragged("something")).toBeUndefined();
});
