import { expect, it } from "vitest";
import { byReason } from "./unsettled.ts";

const failure = (code: string) => ({ id: "i", code, reason: `the ${code}` });

it("counts failures by their reason, the most frequent first", () => {
  const failures = ["closed", "gone", "closed", "held"].map(failure);
  expect(byReason(failures)).toEqual([
    { code: "closed", reason: "the closed", count: 2 },
    { code: "gone", reason: "the gone", count: 1 },
    { code: "held", reason: "the held", count: 1 },
  ]);
  expect(byReason([])).toEqual([]);
});
