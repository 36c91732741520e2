import { expect, it } from "vitest";
import { newId } from "../ids.ts";
import { isSampled } from "./sampling.ts";

const ids = Array.from({ length: 20_000 }, newId);

it("takes about the share that was asked for, also of ids made in the same moment", () => {
  for (const share of [0.01, 0.1, 0.5]) {
    const taken = ids.filter((id) => isSampled(id, share)).length / ids.length;
    expect(taken).toBeGreaterThan(share * 0.7);
    expect(taken).toBeLessThan(share * 1.3);
  }
});

it("takes none at 0 and all at 1, and always the same", () => {
  expect(ids.some((id) => isSampled(id, 0))).toBe(false);
  expect(ids.every((id) => isSampled(id, 1))).toBe(true);
  const first = ids.filter((id) => isSampled(id, 0.1));
  expect(ids.filter((id) => isSampled(id, 0.1))).toEqual(first);
  // A greater share only adds.
  expect(first.every((id) => isSampled(id, 0.2))).toBe(true);
});
