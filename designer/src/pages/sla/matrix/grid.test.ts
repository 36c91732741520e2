import { describe, expect, it } from "vitest";
import { gridColumns, isSelected, placeAfter, placesOf, single, viewMetrics, viewOf } from "./grid.ts";

const size = { rows: 7, cols: 15 };

describe("keys in the matrix", () => {
  it.each([
    ["ArrowUp", false, { row: 2, col: 4 }],
    ["ArrowDown", false, { row: 4, col: 4 }],
    ["ArrowLeft", true, { row: 3, col: 0 }],
    ["ArrowDown", true, { row: 6, col: 4 }],
    ["Home", false, { row: 3, col: 0 }],
    ["End", true, { row: 6, col: 14 }],
    ["PageDown", false, { row: 6, col: 4 }],
    ["Escape", false, undefined],
  ])("%s (far: %s) leads to %o", (key, far, place) =>
    expect(placeAfter({ row: 3, col: 4 }, key, far, size)).toEqual(place),
  );

  it("stop at the edges", () => {
    expect(placeAfter({ row: 0, col: 0 }, "ArrowUp", false, size)).toEqual({ row: 0, col: 0 });
    expect(placeAfter({ row: 6, col: 14 }, "ArrowRight", false, size)).toEqual({ row: 6, col: 14 });
  });
});

it("a selection is a rectangle whichever way it was drawn", () => {
  const selection = { anchor: { row: 2, col: 3 }, focus: { row: 1, col: 1 } };
  expect(placesOf(selection)).toEqual([
    [1, 2, 3].map((col) => ({ row: 1, col })),
    [1, 2, 3].map((col) => ({ row: 2, col })),
  ]);
  expect(isSelected(selection, { row: 1, col: 2 })).toBe(true);
  expect(isSelected(selection, { row: 3, col: 2 })).toBe(false);
  expect(placesOf(single({ row: 1, col: 1 }))).toEqual([[{ row: 1, col: 1 }]]);
});

it("every metric is in one view, and the views have the columns in the same order", () => {
  expect(Object.values(viewMetrics).flat().sort()).toHaveLength(6);
  expect(viewOf("platformDue")).toBe("others");
  expect(
    gridColumns("answers")
      .slice(0, 4)
      .map(({ column, metric }) => `${column} ${metric}`),
  ).toEqual(["* firstResponse", "* nextResponse", "* resolution", "P0 firstResponse"]);
});
