import type { CalendarSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { checkCalendar } from "./check-calendar.ts";

const check = (part: Partial<CalendarSpec>) =>
  checkCalendar({ timezone: "Asia/Shanghai", hours: { mon: [["09:00", "18:00"]] }, ...part }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe("checkCalendar", () => {
  it("accepts a good one", () => {
    expect(
      check({
        hours: {
          mon: [["22:00", "06:00"]],
          tue: [
            ["06:00", "09:00"],
            ["09:00", "24:00"],
          ],
        },
      }),
    ).toEqual([]);
    expect(
      check({ annualDates: { "02-29": { hours: [] } }, dates: { "2028-02-29": { hours: [] } } }),
    ).toEqual([]);
  });

  it("names unknown zones", () => {
    for (const timezone of ["Mars/Olympus", "", "Asia/Shanghai]", "2026-01-01T00:00[Asia/Tokyo]"])
      expect(check({ timezone })).toEqual(["/timezone calendar.timezone"]);
    for (const timezone of ["UTC", "Asia/Calcutta", "America/Argentina/Buenos_Aires", "+08:00"])
      expect(check({ timezone })).toEqual([]);
  });

  it("finds overlaps in a day, into the next day and around the week", () => {
    expect(
      check({
        hours: {
          mon: [
            ["09:00", "12:00"],
            ["11:00", "13:00"],
          ],
        },
      }),
    ).toEqual(["/hours/mon/1 calendar.overlap"]);
    expect(check({ hours: { mon: [["22:00", "06:00"]], tue: [["05:00", "09:00"]] } })).toEqual([
      "/hours/tue/0 calendar.overlap",
    ]);
    expect(
      check({
        hours: {
          sun: [["22:00", "06:00"]],
          mon: [
            ["08:00", "09:00"],
            ["05:59", "07:00"],
          ],
        },
      }),
    ).toEqual(["/hours/mon/1 calendar.overlap"]);
    expect(
      check({
        dates: {
          "2026-11-11": {
            hours: [
              ["09:00", "12:00"],
              ["09:00", "10:00"],
            ],
          },
        },
      }),
    ).toEqual(["/dates/2026-11-11/hours/1 calendar.overlap"]);
  });

  it("refuses dates that do not exist", () => {
    expect(
      check({ dates: { "2026-02-29": { hours: [] } }, annualDates: { "02-30": { hours: [] } } }),
    ).toEqual(["/dates/2026-02-29 calendar.date", "/annualDates/02-30 calendar.date"]);
  });

  it("refuses a calendar that never opens, special dates considered", () => {
    expect(check({ hours: {} })).toEqual(["/hours calendar.never-open"]);
    expect(check({ hours: {}, dates: { "2026-11-11": { hours: [["10:00", "12:00"]] } } })).toEqual([]);
    expect(check({ hours: {}, dates: { "2026-02-30": { hours: [["10:00", "12:00"]] } } })).toContain(
      "/hours calendar.never-open",
    );
    const everyDay = Array.from({ length: 366 }, (_, i) =>
      new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(5, 10),
    );
    expect(check({ annualDates: Object.fromEntries(everyDay.map((date) => [date, { hours: [] }])) })).toEqual(
      ["/hours calendar.never-open"],
    );
  });

  it.each([
    ["in a year that calendars do not know", "UTC", "1500-01-01"],
    ["beyond the last year", "UTC", "9999-01-01"],
    ["in the hour that a clock change skips", "America/New_York", "2026-03-08"],
  ])("refuses one whose only hours are %s", (_, timezone, date) => {
    expect(check({ timezone, hours: {}, dates: { [date]: { hours: [["02:00", "03:00"]] } } })).toEqual([
      "/hours calendar.never-open",
    ]);
  });

  it("tells of each of very many overlapping intervals once", () => {
    const mon = Array.from({ length: 20_000 }, (): [string, string] => ["09:00", "10:00"]);
    expect(check({ hours: { mon } })).toHaveLength(19_999);
  });
});
