import type { CalendarSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { calendar24x7, compileCalendar } from "../calendar.ts";

const at = (text: string) => Date.parse(text);
const iso = (value: number) => new Date(value).toISOString();
const nineToSix: [string, string][] = [["09:00", "18:00"]];
const spec: CalendarSpec = {
  timezone: "Asia/Shanghai",
  hours: { mon: nineToSix, tue: nineToSix, wed: nineToSix, thu: nineToSix, fri: [["10:00", "16:00"]] },
  include: ["cn-statutory"],
};
const finance = compileCalendar(spec);

describe("working days", () => {
  it.each([
    ["the same local time", "2026-11-09T11:20:30.456+08:00", 3, "2026-11-12T11:20:30.456+08:00"],
    ["over the weekend", "2026-11-12T11:00:00+08:00", 2, "2026-11-16T11:00:00+08:00"],
    ["not after that date's close", "2026-11-12T17:30:00+08:00", 1, "2026-11-13T16:00:00+08:00"],
    [
      "the same local time where that date opens later",
      "2026-11-12T09:10:00+08:00",
      1,
      "2026-11-13T09:10:00+08:00",
    ],
    ["a break of that date is no obstacle", "2026-11-13T12:30:00+08:00", 1, "2026-11-16T12:30:00+08:00"],
    [
      "the hour before Spring Festival, by its make-up Saturday",
      "2026-02-14T17:59:59.999+08:00",
      1,
      "2026-02-24T17:59:59.999+08:00",
    ],
    ["none: the next opening", "2026-11-14T15:00:00+08:00", 0, "2026-11-16T09:00:00+08:00"],
    [
      "a start in closed time moves to the next opening",
      "2026-11-14T15:00:00+08:00",
      1,
      "2026-11-17T09:00:00+08:00",
    ],
    ["a start at close moves on too", "2026-11-09T18:00:00+08:00", 1, "2026-11-11T09:00:00+08:00"],
    [
      "over National Day with its make-up Saturday",
      "2026-09-30T11:00:00+08:00",
      3,
      "2026-10-10T11:00:00+08:00",
    ],
    ["over New Year", "2026-12-30T11:00:00+08:00", 2, "2027-01-01T11:00:00+08:00"],
    ["backwards", "2026-11-16T11:00:00+08:00", -2, "2026-11-12T11:00:00+08:00"],
  ])("%s", (_, from, n, due) => expect(iso(finance.addWorkingDays(at(from), n))).toBe(iso(at(due))));

  it("counts every day around the clock", () => {
    const always = compileCalendar(calendar24x7);
    expect(iso(always.addWorkingDays(at("2028-02-28T05:00:00Z"), 2))).toBe("2028-03-01T05:00:00.000Z");
  });

  it("keeps the local time over a clock change", () => {
    const berlin = compileCalendar({ ...spec, timezone: "Europe/Berlin", include: [] });
    expect(iso(berlin.addWorkingDays(at("2026-03-26T11:00:00+01:00"), 2))).toBe("2026-03-30T09:00:00.000Z");
  });

  it("is the moment of the change where the clock skips that time, and its first occurrence where it comes twice", () => {
    const always = compileCalendar({ ...calendar24x7, timezone: "America/New_York" });
    // 02:30 does not exist on 8 March 2026; 01:30 comes twice on 1 November.
    expect(iso(always.addWorkingDays(at("2026-03-07T02:30:00-05:00"), 1))).toBe("2026-03-08T07:00:00.000Z");
    expect(iso(always.addWorkingDays(at("2026-10-31T01:30:00-04:00"), 1))).toBe("2026-11-01T05:30:00.000Z");
  });

  it("does not count a date that the zone leaves out", () => {
    const samoa = compileCalendar({ ...calendar24x7, timezone: "Pacific/Apia" });
    // From Thursday 29 December 2011 straight to Saturday the 31st.
    expect(iso(samoa.addWorkingDays(at("2011-12-29T10:00:00-10:00"), 1))).toBe("2011-12-30T20:00:00.000Z");
  });

  it("counts a night shift as the date it starts on", () => {
    const night: [string, string][] = [["22:00", "06:00"]];
    const shifts = compileCalendar({ timezone: "Asia/Shanghai", hours: { mon: night, fri: night } });
    // Saturday 02:00 is still Friday's shift; the next is Monday's, so Tuesday 02:00.
    expect(iso(shifts.addWorkingDays(at("2026-11-14T02:00:00+08:00"), 1))).toBe(
      iso(at("2026-11-17T02:00:00+08:00")),
    );
  });

  it("counts thousands of days without walking them", () => {
    expect(finance.addWorkingDays(at("2026-11-09T11:00:00+08:00"), 20_000)).toBeGreaterThan(
      at("2100-01-01T00:00:00Z"),
    );
  });
});
