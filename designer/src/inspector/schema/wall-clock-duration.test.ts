import { checkDuration } from "@sluice/engine";
import { expect, it } from "vitest";
import { withoutMixedDays } from "./wall-clock-duration.ts";

it("gives lengths that the formats take", () => {
  expect(withoutMixedDays("P1DT2H")).toBe("PT26H");
  expect(withoutMixedDays("P2D")).toBe("P2D");
  expect(withoutMixedDays("PT90M")).toBe("PT90M");
  expect(withoutMixedDays("no length")).toBe("no length");
  for (const iso of ["P1DT2H", "P3DT30M"]) {
    expect(checkDuration(iso, "")).not.toEqual([]);
    expect(checkDuration(withoutMixedDays(iso), "")).toEqual([]);
  }
});
