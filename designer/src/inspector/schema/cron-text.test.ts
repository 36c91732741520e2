import { describe, expect, it } from "vitest";
import { cronPresets, isCron } from "./cron-text.ts";

describe("isCron", () => {
  it("takes the presets and the usual forms", () => {
    for (const { cron } of cronPresets) expect(isCron(cron), cron).toBe(true);
    for (const cron of ["*/15 8-20 * * MON-FRI", "0,30 9 1,15 * *"]) expect(isCron(cron), cron).toBe(true);
  });

  it("refuses what has other parts", () => {
    for (const text of ["", "0 9 * *", "0 9 * * * *", "every day at 9 am", "a b c d e"])
      expect(isCron(text), text).toBe(false);
  });
});
