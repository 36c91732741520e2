import { expect, it } from "vitest";
import { runLength, waitName } from "./run-table.ts";

it("counts an ended run by its end, an active one until now", () => {
  const now = Date.parse("2026-03-02T10:00:00Z");
  expect(runLength("2026-03-02T09:00:00Z", "2026-03-02T09:00:05Z", now)).toBe(5_000);
  expect(runLength("2026-03-02T09:00:00Z", null, now)).toBe(3_600_000);
  expect(runLength("2026-03-02T10:00:01Z", null, now)).toBe(0);
});

it("names what is waited for, also kinds that came later", () => {
  expect(["until", "incident", "call", "fork", "newer"].map(waitName)).toEqual([
    "until",
    "incident",
    "child",
    "join",
    "other",
  ]);
});
