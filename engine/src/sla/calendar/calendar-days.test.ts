import type { CalendarSpec } from "@sluice/schemas";
import { expect, it } from "vitest";
import { compileCalendar } from "../calendar.ts";
import { calendarDays } from "./calendar-days.ts";

const office: [string, string][] = [["09:00", "18:00"]];
const spec: CalendarSpec = {
  timezone: "Asia/Shanghai",
  hours: { mon: [["09:00", "17:00"]], tue: office, wed: office, thu: office, fri: [["22:00", "06:00"]] },
  include: ["cn-statutory"],
  dates: { "2026-10-02": { name: "盘点", hours: [["10:00", "12:00"]] } },
  annualDates: { "12-25": { hours: [] } },
};
const dayOf = calendarDays(spec);

it("says which part decides, by precedence", () => {
  expect(dayOf("2026-10-01")).toEqual({
    source: "cn-statutory",
    hours: [],
    statutory: { kind: "holiday", name: { zh: "国庆节", en: "National Day" } },
  });
  expect(dayOf("2026-10-02")).toMatchObject({
    source: "dates",
    hours: [[600, 720]],
    statutory: { kind: "holiday" },
  });
  expect(dayOf("2026-12-25")).toEqual({ source: "annualDates", hours: [] });
  expect(dayOf("2026-11-20")).toEqual({ source: "hours", hours: [[1320, 1800]] });
});

it("opens make-up workdays with Monday's hours and names the holiday", () => {
  expect(dayOf("2026-10-10")).toMatchObject({
    source: "cn-statutory",
    hours: [[540, 1020]],
    statutory: { kind: "make-up-workday", name: { zh: "国庆节" } },
  });
});

it("agrees with the arithmetic on every date of a year", () => {
  const calendar = compileCalendar({ ...spec, hours: { ...spec.hours, fri: office } });
  const days = calendarDays({ ...spec, hours: { ...spec.hours, fri: office } });
  for (let day = 0; day < 365; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    const from = Date.parse(`${date}T00:00:00+08:00`);
    const minutes = days(date).hours.reduce((sum, [open, close]) => sum + close - open, 0);
    expect([date, calendar.between(from, from + 86_400_000) / 60_000]).toEqual([date, minutes]);
  }
});

it("keeps dates that do not exist closed, and says nothing statutory where it is not included", () => {
  expect(dayOf("2026-02-31").hours).toEqual([]);
  const { include: _, ...plain } = spec;
  expect(calendarDays(plain)("2026-10-01")).toEqual({ source: "hours", hours: [[540, 1080]] });
});
