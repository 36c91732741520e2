import { expect, it } from "vitest";
import { type Progress, settleAll } from "./settle-all.ts";

const numbers = [1, 2, 3, 4, 5, 6, 7];

it("calls each item once, counts refusals, and tells every step", async () => {
  const called: number[] = [];
  const steps: Progress[] = [];
  const last = await settleAll({
    items: numbers,
    call: async (n) => {
      called.push(n);
      if (n % 3 === 0) throw new Error("refused");
    },
    onProgress: (step) => steps.push(step),
    isStopped: () => false,
  });
  expect(called.sort()).toEqual(numbers);
  expect(last).toEqual({ total: 7, done: 7, failed: 2 });
  expect(steps.map(({ done }) => done)).toEqual(numbers);
});

it("never has more than so many on their way", async () => {
  let open = 0;
  let most = 0;
  await settleAll({
    items: numbers,
    atOnce: 3,
    call: async () => {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
    },
    onProgress: () => undefined,
    isStopped: () => false,
  });
  expect(most).toBe(3);
});

it("begins nothing once it is stopped", async () => {
  let calls = 0;
  const last = await settleAll({
    items: numbers,
    atOnce: 1,
    call: async () => {
      calls += 1;
    },
    onProgress: () => undefined,
    isStopped: () => calls === 2,
  });
  expect(calls).toBe(2);
  expect(last).toEqual({ total: 7, done: 2, failed: 0 });
});
