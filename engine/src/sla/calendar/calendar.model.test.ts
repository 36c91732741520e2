/** The compiled calendar against one that walks every minute, around the clock changes of all kinds there are. */
import type { CalendarSpec } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "../calendar.ts";
import { minute, type WallWindow, wallModel, wallWindow } from "./wall-minutes.fixture.ts";

const days = 9;
const windows: readonly (readonly [what: string, zone: string, date: string])[] = [
  ["an hour forward", "America/New_York", "2026-03-04"],
  ["an hour back", "America/New_York", "2026-10-28"],
  ["half an hour forward", "Australia/Lord_Howe", "2026-09-30"],
  ["half an hour back", "Australia/Lord_Howe", "2026-04-01"],
  ["an hour, 12:45 ahead of UTC", "Pacific/Chatham", "2026-09-23"],
  ["back to 12:45 ahead of UTC", "Pacific/Chatham", "2026-04-01"],
  ["two hours forward", "Antarctica/Troll", "2026-03-25"],
  ["midnight skipped", "Asia/Beirut", "2026-03-25"],
  ["the hour before midnight twice", "America/Sao_Paulo", "2019-02-13"],
  ["a whole date skipped", "Pacific/Apia", "2011-12-26"],
  ["another zone by half an hour back", "Asia/Pyongyang", "2015-08-11"],
  ["another zone by half an hour forward", "Asia/Pyongyang", "2018-05-01"],
  ["another zone in the middle of the year", "Asia/Almaty", "2024-02-26"],
  ["a quarter of an hour at New Year", "Asia/Kathmandu", "1985-12-27"],
  ["Ramadan", "Africa/Casablanca", "2026-02-11"],
  ["no change, over New Year", "Asia/Shanghai", "2025-12-27"],
];

const quarter = fc.integer({ min: 0, max: 96 });
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
/** Any interval, over midnight too; nothing opens at 24:00. */
const anyShift = fc.tuple(quarter, quarter).map(([a, b]): [string, string] => [clock(a % 96), clock(b)]);
/** One that ends on its own date. */
const dayShift = fc
  .tuple(quarter, quarter)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): [string, string] => [clock(Math.min(a, b)), clock(Math.max(a, b))]);

/** A random week; two dates of the window have hours of their own, one of them each year. */
const specIn = (window: WallWindow, shift: fc.Arbitrary<[string, string]>): fc.Arbitrary<CalendarSpec> => {
  const hours = fc.array(shift, { maxLength: 2 });
  const week = fc.record({
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  });
  const date = (offset: number) => new Date(window.from + offset * 86_400_000).toISOString().slice(0, 10);
  const middle = fc.integer({ min: 2, max: days - 3 });
  return fc.tuple(week, middle, hours, middle, hours).map(([ordinary, a, dateHours, b, annual]) => ({
    timezone: window.timezone,
    hours: ordinary,
    dates: { [date(a)]: { hours: dateHours } },
    annualDates: { [date(b).slice(5)]: { hours: annual } },
  }));
};
const check = (property: fc.IRawProperty<unknown>) =>
  fc.assert(property, { numRuns: Number(process.env.SLUICE_CALENDAR_RUNS ?? 25) });

describe.each(windows)("%s (%s)", (_, zone, date) => {
  const window = wallWindow(zone, date, days);
  const at = (index: number) => window.from + index * minute;
  const inside = fc.integer({ min: 2 * 1440, max: (days - 2) * 1440 });

  it("is open in the same minutes", () =>
    check(
      fc.property(specIn(window, anyShift), (spec) => {
        const calendar = compileCalendar(spec);
        const { open } = wallModel(spec, window);
        for (let i = 2 * 1440; i < (days - 2) * 1440; i += 1)
          if (calendar.isOpen(at(i)) !== open[i])
            expect([at(i), calendar.isOpen(at(i))]).toEqual([at(i), open[i]]);
      }),
    ));

  it("adds, subtracts and counts like one who walks", () =>
    check(
      fc.property(
        specIn(window, anyShift),
        fc.array(fc.tuple(inside, inside), { minLength: 8, maxLength: 8 }),
        (spec, pairs) => {
          const calendar = compileCalendar(spec);
          const { open } = wallModel(spec, window);
          for (const [a, b] of pairs) {
            const [from, to] = a <= b ? [a, b] : [b, a];
            const minutes = open.slice(from, to).filter(Boolean).length;
            expect(calendar.between(at(from), at(to))).toBe(minutes * minute);
            if (minutes === 0) continue;
            const lastOpen = open.lastIndexOf(true, to - 1);
            expect(calendar.add(at(from), minutes * minute)).toBe(at(lastOpen + 1));
            expect(calendar.subtract(at(to), minutes * minute)).toBe(at(open.indexOf(true, from)));
          }
        },
      ),
    ));

  it("counts working days like one who turns the pages", () => {
    let answered = 0;
    check(
      fc.property(specIn(window, dayShift), inside, fc.integer({ min: 1, max: 3 }), (spec, from, n) => {
        const { open, openDates, indexAt } = wallModel(spec, window);
        const start = open.indexOf(true, from);
        const wall = window.walls[start] ?? 0;
        const today = openDates.findIndex(({ day }) => day === Math.floor(wall / 1440));
        const target = openDates[today + n];
        if (start < 0 || !target || indexAt(target.day * 1440) >= (days - 2) * 1440) return;
        answered += 1;
        const due = Math.min(indexAt(target.day * 1440 + (wall % 1440)), target.close);
        expect(compileCalendar(spec).addWorkingDays(at(from), n)).toBe(at(due));
      }),
    );
    expect(answered).toBeGreaterThan(3);
  });
});
