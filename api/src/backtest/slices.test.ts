import { expect, test } from "vitest";
import { createSlices } from "./slices.ts";

test("work goes on until its time is over or its caller has gone", async () => {
  const caller = new AbortController();
  const slices = createSlices(60_000, caller.signal);
  expect(await slices.breathe()).toBe(true);
  caller.abort();
  expect(await slices.breathe()).toBe(false);
  expect(await createSlices(0).breathe()).toBe(false);
});

test("others are heard between two slices, also somebody who goes just then", async () => {
  const caller = new AbortController();
  const slices = createSlices(60_000, caller.signal);
  setImmediate(() => caller.abort());
  let rounds = 0;
  while (await slices.breathe()) rounds += 1;
  expect(rounds).toBeGreaterThan(0);
});
