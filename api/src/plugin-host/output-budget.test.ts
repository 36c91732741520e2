import { expect, it } from "vitest";
import { createOutputBudget } from "./output-budget.ts";

it("allows its limit in each window, and begins anew with the next", () => {
  let now = 0;
  const budget = createOutputBudget(10, 1_000, () => now);
  expect([budget.spend(6), budget.spend(4), budget.spend(1)]).toEqual([true, true, false]);
  now = 999;
  expect(budget.spend(1)).toBe(false);
  now = 1_000;
  expect([budget.spend(10), budget.spend(1)]).toEqual([true, false]);
});
