import { describe, expect, it } from "vitest";
import { instantMs, spanMs } from "./moments.ts";

const refused = (at: string) =>
  expect.objectContaining({ code: "request.invalid", errors: [expect.objectContaining({ path: at })] });

describe("spanMs", () => {
  it("takes a length of nothing", () => {
    expect(spanMs("PT0S", "/after")).toBe(0);
    expect(spanMs("P0DT0.0S", "/after")).toBe(0);
    expect(spanMs("P1DT1.5S", "/after")).toBe(86_401_500);
  });

  it("refuses what is longer than a hundred years", () => {
    expect(spanMs("P36525D", "/follow")).toBe(36_525 * 86_400_000);
    for (const text of ["P36526D", `P${"9".repeat(400)}D`, `PT${"9".repeat(30)}H`])
      expect(() => spanMs(text, "/follow")).toThrow(refused("/follow"));
  });
});

describe("instantMs", () => {
  it("reads offsets", () => expect(instantMs("2026-03-02T10:00+08:00", "/at")).toBe(Date.UTC(2026, 2, 2, 2)));

  it("refuses days that no calendar has", () => {
    for (const text of [
      "2026-02-31T00:00:00Z",
      "2026-02-30T00:00:00+08:00",
      "2026-13-01T00:00Z",
      "2026-01-01T25:00Z",
      "2025-02-29T10:00Z",
    ])
      expect(() => instantMs(text, "/at")).toThrow(refused("/at"));
    expect(instantMs("2024-02-29T10:00Z", "/at")).toBe(Date.UTC(2024, 1, 29, 10));
  });
});
