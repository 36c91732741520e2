import { describe, expect, it } from "vitest";
import { checkDuration, formatDuration, parseDuration } from "./duration.ts";

describe("durations", () => {
  it.each([
    ["PT30S", { ms: 30_000 }],
    ["PT1.5H", { ms: 5_400_000 }],
    ["PT0.125S", { ms: 125 }],
    ["PT36H", { ms: 129_600_000 }],
    ["P3D", { workingDays: 3 }],
    ["P1W", { workingDays: 7 }],
    ["P2DT0H", { workingDays: 2 }],
  ])("%s", (text, read) => expect(parseDuration(text)).toEqual(read));

  it.each([
    ["P1DT2H", "sla.mixed-target"],
    ["PT0S", "sla.zero-target"],
    ["P0D", "sla.zero-target"],
    ["-PT5M", "sla.zero-target"],
    ["P1M", "schema.pattern"],
    ["P", "schema.pattern"],
    ["PT", "schema.pattern"],
    ["30m", "schema.pattern"],
    ["P9999999D", "schema.range"],
    [`PT${"9".repeat(300)}H`, "schema.pattern"],
  ])("refuses %s", (text, code) => {
    expect(checkDuration(text, "/x").map((found) => `${found.path} ${found.code}`)).toEqual([`/x ${code}`]);
    expect(() => parseDuration(text)).toThrow();
  });

  it("writes hours, minutes and seconds", () => {
    expect([0, 1500, 450_000, 129_600_000].map(formatDuration)).toEqual([
      "PT0S",
      "PT1.5S",
      "PT7M30S",
      "PT36H",
    ]);
  });
});
