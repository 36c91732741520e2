import { expect, it } from "vitest";
import type { MovePlan } from "../../../client/operations.ts";
import { isReady, reasonName, toPlaces } from "./move.ts";

const plan = (runs: number, unmapped: MovePlan["unmapped"]): MovePlan => ({
  ...{ workflow: "w", to: 3, runs, ready: 0, migrated: 0, refused: [] },
  unmapped,
});
const fault = (node: string, revision: number, runs: number) => ({
  ...{ node, target: node, reason: "missing", revision, runs },
});

it("asks once for a node that runs of several revisions stand on, and keeps what was given", () => {
  const places = toPlaces(plan(5, [fault("b", 1, 2), fault("b", 2, 3)]), { a: "x" });
  expect(places).toEqual([
    { node: "a", revision: null, runs: 0, reason: null },
    { node: "b", revision: 2, runs: 5, reason: "missing" },
  ]);
});

it("is ready when there is something to move and a place for all of it", () => {
  expect([isReady(undefined), isReady(plan(0, [])), isReady(plan(2, []))]).toEqual([false, false, true]);
  expect(isReady(plan(2, [fault("a", 1, 1)]))).toBe(false);
  expect(["fork", "newer"].map(reasonName)).toEqual(["fork", "other"]);
});
