/** How much work a calendar does, counted in dates whose hours are worked out; and that sharing years changes nothing. */
import type { CalendarSpec } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompiledCalendar, compileCalendar } from "../calendar.ts";
import { dayHours, type EpochDay, ownDates } from "./day-hours.ts";
import { calendarYears, Timeline } from "./timeline.ts";
import { buildYear } from "./year-shape.ts";
import { yearShapes } from "./year-shapes.ts";
import { createZone } from "./zone.ts";

const office: [string, string][] = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];
const spec: CalendarSpec = {
  timezone: "Europe/Berlin",
  hours: { mon: office, tue: office, wed: office, thu: office, fri: [["22:00", "06:00"]] },
  annualDates: { "12-25": { hours: [] }, "02-29": { hours: [["10:00", "11:00"]] } },
};
const daysOfYear = 368;

/** A timeline that counts the dates it looks at. */
function counting(part: Partial<CalendarSpec> = {}) {
  const whole = { ...spec, ...part };
  const hoursOf = dayHours(whole);
  const work = { days: 0 };
  const zone = createZone(whole.timezone);
  const counted = (day: EpochDay) => {
    work.days += 1;
    return hoursOf(day);
  };
  const shapeOf = yearShapes({ hoursOf: counted, hasOwnDates: ownDates(whole), zone });
  return { timeline: new Timeline(shapeOf), work };
}

describe("work", () => {
  it("is one year for an instant, and none for the next in it", () => {
    const { timeline, work } = counting();
    timeline.position(Date.UTC(2026, 5, 1));
    expect(work.days).toBeLessThanOrEqual(daysOfYear);
    const before = work.days;
    for (let day = 2; day < 360; day += 1) timeline.isOpen(Date.UTC(2026, 0, day));
    expect(work.days).toBe(before);
  });

  it("is bounded for the farthest instants: years alike are worked out once", () => {
    const { timeline, work } = counting();
    timeline.position(Date.UTC(2026, 5, 1));
    timeline.position(Date.UTC(2299, 5, 1));
    // Seven weekdays, leap years and others, and the rules of the zone since 2026.
    expect(work.days).toBeLessThanOrEqual(15 * daysOfYear);
    timeline.position(Date.UTC(1900, 5, 1));
    expect(work.days).toBeLessThanOrEqual(120 * daysOfYear);
  });

  it("grows by one year for each year that has dates of its own, and the year after it", () => {
    const holidays = (years: number) =>
      Object.fromEntries(Array.from({ length: years }, (_, i) => [`${2027 + i}-05-01`, { hours: [] }]));
    const daysFor = (years: number) => {
      const { timeline, work } = counting({ dates: holidays(years) });
      for (const year of [2026, 2299]) timeline.position(Date.UTC(year, 5, 1));
      return work.days;
    };
    expect(daysFor(50) - daysFor(5)).toBeLessThanOrEqual(46 * daysOfYear);
  });

  it("is nothing more once the years are known, whatever is asked", () => {
    const { timeline, work } = counting();
    for (const year of [calendarYears.first, calendarYears.last]) timeline.position(Date.UTC(year, 6, 1));
    const before = work.days;
    for (let year = 1901; year < 2299; year += 7) {
      const at = Date.UTC(year, year % 12, 15);
      timeline.firstAt(timeline.position(at) + 3_600_000);
      timeline.lastAt(timeline.position(at) - 3_600_000);
      timeline.openDay(at / 86_400_000, 250);
      timeline.isOpen(at);
    }
    expect(work.days).toBe(before);
  });

  it("ends for a target that there is never time for", () => {
    const { timeline, work } = counting({
      hours: {},
      annualDates: { "02-29": { hours: [["10:00", "11:00"]] } },
    });
    timeline.firstAt(timeline.position(Date.UTC(2026, 0, 1)) + 36_525 * 86_400_000);
    timeline.openDay(Date.UTC(2026, 0, 1) / 86_400_000, 36_525);
    expect(work.days).toBeLessThanOrEqual(15 * daysOfYear);
  });
});

describe("years that share a shape", () => {
  /** The same calendar with every year worked out for itself. */
  function alone(whole: CalendarSpec): Timeline {
    const hoursOf = dayHours(whole);
    const zone = createZone(whole.timezone);
    return new Timeline((year) => buildYear(year, hoursOf, zone));
  }
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Shanghai",
  ];

  it.each(zones)("are as open as the same years on their own: %s", (timezone) => {
    const dates = { "2031-12-31": { hours: [["20:00", "19:00"]] as [string, string][] } };
    const whole: CalendarSpec = { ...spec, timezone, dates, include: ["cn-statutory"] };
    const calendar: CompiledCalendar = compileCalendar(whole);
    const own = alone(whole);
    const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2120, 0, 1) });
    const from = Date.UTC(2000, 0, 1);
    fc.assert(
      fc.property(instant, (at) => {
        expect(calendar.between(from, at)).toBe(own.position(at) - own.position(from));
        expect(calendar.isOpen(at)).toBe(own.isOpen(at));
      }),
      { numRuns: 200 },
    );
    for (let year = 2001; year < 2120; year += 1) {
      const newYear = Date.UTC(year, 0, 1, 3);
      expect([year, calendar.between(from, newYear)]).toEqual([
        year,
        own.position(newYear) - own.position(from),
      ]);
    }
  });
});
