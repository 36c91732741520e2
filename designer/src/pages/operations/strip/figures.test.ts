import { expect, it } from "vitest";
import type { OperationsState } from "../../../client/operations.ts";
import { toFigures } from "./figures.ts";

const nothing: OperationsState = {
  paused: [],
  runs: {},
  jobs: {},
  incidents: {},
  timers: { pending: 0, due: 0, next: null },
};

it("a house where nothing has happened is calm", () => {
  expect(toFigures(nothing).map(({ id, count, tone }) => [id, count, tone])).toEqual([
    ["incidents", 0, "calm"],
    ["active", 0, "calm"],
    ["pending", 0, "calm"],
    ["running", 0, "calm"],
    ["late", 0, "calm"],
  ]);
});

it("calls for open incidents and late timers, not for settled ones or work that waits", () => {
  const figures = toFigures({
    ...nothing,
    incidents: { open: 2, retried: 9 },
    jobs: { pending: 400 },
    timers: { pending: 7, due: 3, next: "2026-03-02T02:00:00Z" },
  });
  expect(figures.filter(({ tone }) => tone !== "calm")).toMatchObject([
    { id: "incidents", count: 2, tone: "danger" },
    { id: "late", count: 3, tone: "warn" },
  ]);
});
