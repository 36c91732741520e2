import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { toLocalTime } from "./local-time.ts";

const local = (at: string, zone: string) => toLocalTime(Date.parse(at), zone);

describe("toLocalTime", () => {
  it("reads the wall clock of the zone", () => {
    expect(local("2026-03-01T16:00:00Z", "Asia/Shanghai")).toEqual({
      hour: 0,
      weekday: 1,
      date: "2026-03-02",
    });
    expect(local("2026-03-01T15:59:59.999Z", "Asia/Shanghai")).toEqual({
      hour: 23,
      weekday: 7,
      date: "2026-03-01",
    });
  });

  it.each([
    ["2026-03-08T06:59:59.999Z", "America/New_York", 1],
    ["2026-03-08T07:00:00Z", "America/New_York", 3],
    ["2026-11-01T05:59:59.999Z", "America/New_York", 1],
    ["2026-11-01T06:00:00Z", "America/New_York", 1],
    ["2026-11-01T07:00:00Z", "America/New_York", 2],
    ["2026-04-04T14:59:59Z", "Australia/Lord_Howe", 1],
    ["2026-04-04T15:00:00Z", "Australia/Lord_Howe", 1],
    ["2026-04-04T15:30:00Z", "Australia/Lord_Howe", 2],
  ])("across a change of the clocks: %s in %s is hour %i", (at, zone, hour) => {
    expect(local(at, zone).hour).toBe(hour);
  });

  it("has a leap day, and a day that a zone left out", () => {
    expect(local("2028-02-28T23:30:00Z", "Asia/Shanghai").date).toBe("2028-02-29");
    expect(local("2011-12-30T09:59:59Z", "Pacific/Apia").date).toBe("2011-12-29");
    expect(local("2011-12-30T10:00:00Z", "Pacific/Apia").date).toBe("2011-12-31");
  });

  it("agrees with Temporal at any instant since 1980", () => {
    const zone = fc.constantFrom(
      "Asia/Shanghai",
      "America/New_York",
      "Europe/London",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Pacific/Chatham",
      "America/St_Johns",
      "UTC",
    );
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1980), max: Date.UTC(2045) }), zone, (at, timezone) => {
        const exact = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
        expect(toLocalTime(at, timezone)).toEqual({
          hour: exact.hour,
          weekday: exact.dayOfWeek,
          date: exact.toPlainDate().toString(),
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
