import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPicked, pickedNow, toPicked } from "./zoned-instant.ts";

const zones = ["Asia/Shanghai", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];

const round = (iso: string, zone: string): string => {
  const picked = toPicked(iso, zone);
  return picked === undefined ? "none" : fromPicked(picked, zone);
};

describe("zoned instants", () => {
  it("show wall time of the zone and come back with its offset", () => {
    expect(toPicked("2026-11-10T12:00:00Z", "Asia/Shanghai")?.format("YYYY-MM-DD HH:mm")).toBe(
      "2026-11-10 20:00",
    );
    expect(round("2026-11-10T12:00:00Z", "Asia/Shanghai")).toBe("2026-11-10T20:00:00+08:00");
    expect(round("2026-07-01T12:00:00Z", "America/New_York")).toBe("2026-07-01T08:00:00-04:00");
    expect(round("2026-12-01T12:00:00Z", "America/New_York")).toBe("2026-12-01T07:00:00-05:00");
  });

  it("are the same instant again, in any zone, save in the hour that clocks show twice", () => {
    const second = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2035, 0) / 1000 });
    fc.assert(
      fc.property(second, fc.constantFrom(...zones), (at, zone) => {
        const back = Date.parse(round(new Date(at * 1000).toISOString(), zone));
        expect([0, 3_600_000, 1_800_000]).toContain(Math.abs(back - at * 1000));
        expect(toPicked(new Date(back).toISOString(), zone)?.valueOf()).toBe(
          toPicked(new Date(at * 1000).toISOString(), zone)?.valueOf(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("begin with the minute that it is there", () => {
    expect(pickedNow(Date.parse("2026-03-02T02:00:59Z"), "Asia/Shanghai").format("HH:mm:ss")).toBe(
      "10:00:00",
    );
  });

  it("refuse what is no instant", () => expect(toPicked("soon", "UTC")).toBeUndefined());
});
