import { describe, expect, it } from "vitest";
import { documentOf, problemsOf } from "./check.fixture.ts";

const hours = { mon: [["09:00", "18:00"]] };

describe("checkDocument of a calendar", () => {
  it("accepts one that opens", () => {
    expect(problemsOf(documentOf("calendar", { timezone: "Asia/Shanghai", hours }))).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ["never opens", { timezone: "UTC", hours: {} }, ["/spec/hours calendar.never-open"]],
    ["an unknown zone", { timezone: "Mars/Base", hours }, ["/spec/timezone calendar.timezone"]],
    [
      "intervals that overlap",
      {
        timezone: "UTC",
        hours: {
          mon: [
            ["09:00", "12:00"],
            ["11:00", "13:00"],
          ],
        },
      },
      ["/spec/hours/mon/1 calendar.overlap"],
    ],
    [
      "a date that does not exist",
      { timezone: "UTC", hours, dates: { "2026-02-30": { hours: [] } } },
      ["/spec/dates/2026-02-30 calendar.date"],
    ],
  ])("refuses %s", (_, spec, expected) => {
    expect(problemsOf(documentOf("calendar", spec))).toEqual(expected);
  });

  it("refuses the key of the built-in calendar", () => {
    expect(problemsOf(documentOf("calendar", { timezone: "UTC", hours }, "24x7"))).toEqual([
      "/key calendar.built-in",
    ]);
  });
});
