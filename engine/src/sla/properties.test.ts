/** The algebra of calendars and clocks, on random calendars and instants. */
import type { CalendarSpec } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCalendar } from "./calendar/check-calendar.ts";
import { compileCalendar } from "./calendar.ts";
import { slaClock } from "./clock.ts";

const zones = [
  "UTC",
  "Asia/Shanghai",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
];
const time = fc.integer({ min: 0, max: 95 }).map((n) => {
  const minutes = n * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});
const hours = fc.array(fc.tuple(time, time), { maxLength: 3 });
const spec: fc.Arbitrary<CalendarSpec> = fc.record({
  timezone: fc.constantFrom(...zones),
  hours: fc.record({
    mon: fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 2 }),
    tue: hours,
    thu: hours,
    sat: hours,
    sun: hours,
  }),
  include: fc.constantFrom<"cn-statutory"[]>([], ["cn-statutory"]),
  dates: fc.constant({ "2026-03-29": { hours: [["00:00", "24:00"]] as [string, string][] } }),
});
const calendar = spec.map(compileCalendar);
/** Without overlaps: there a date's own close can lie after the next date's. */
const single = fc.array(fc.tuple(time, time), { maxLength: 1 });
const tidy = fc
  .record({
    timezone: fc.constantFrom(...zones),
    hours: fc.record({ mon: single, wed: single, thu: single, fri: single, sun: single }),
  })
  .filter((each) => checkCalendar(each).length === 0)
  .map(compileCalendar);
const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) });
const span = fc.integer({ min: 1, max: 400 * 3_600_000 });
const check = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 60 });

describe("calendars", () => {
  it("between undoes add, and subtract undoes both", () =>
    check(
      fc.property(calendar, instant, span, (each, from, ms) => {
        const due = each.add(from, ms);
        expect(each.between(from, due)).toBe(ms);
        const back = each.subtract(due, ms);
        expect(each.between(back, due)).toBe(ms);
        expect(back).toBe(each.nextOpening(from));
        expect(each.add(back, ms)).toBe(due);
      }),
    ));

  it("add is monotone in both, and additive", () =>
    check(
      fc.property(calendar, instant, span, span, fc.nat(1e9), (each, from, a, b, later) => {
        expect(each.add(from + later, a)).toBeGreaterThanOrEqual(each.add(from, a));
        expect(each.add(from, a + b)).toBeGreaterThan(each.add(from, a));
        expect(each.add(each.add(from, a), b)).toBe(each.add(from, a + b));
      }),
    ));

  it("between is additive and the sum of the segments", () =>
    check(
      fc.property(calendar, fc.tuple(instant, instant, instant), (each, points) => {
        const [a, b, c] = [...points].sort((x, y) => x - y) as [number, number, number];
        expect(each.between(a, b) + each.between(b, c)).toBe(each.between(a, c));
        expect(each.between(c, a) + each.between(a, c)).toBe(0);
        const segments = each.segments(a, c);
        expect(segments.reduce((sum, [open, close]) => sum + close - open, 0)).toBe(each.between(a, c));
        segments.forEach(([open, close], index) => {
          expect(open).toBeLessThan(close);
          expect(open).toBeGreaterThan(segments[index - 1]?.[1] ?? Number.NEGATIVE_INFINITY);
        });
      }),
    ));

  it("isOpen, nextOpening and closeOf agree", () =>
    check(
      fc.property(calendar, instant, (each, at) => {
        const opening = each.nextOpening(at);
        expect(each.isOpen(opening)).toBe(true);
        expect(each.isOpen(at)).toBe(opening === at);
        const close = each.closeOf(at);
        expect(each.between(opening, close)).toBe(close - opening);
        expect(each.isOpen(close)).toBe(false);
        expect(each.isOpen(close - 1)).toBe(true);
      }),
    ));

  it("does not depend on the order of the questions", () =>
    check(
      fc.property(spec, fc.array(instant, { minLength: 2, maxLength: 6 }), span, (each, points, ms) => {
        const inOrder = compileCalendar(each);
        const answers = points.map((from) => inOrder.add(from, ms));
        const alone = points.map((from) => compileCalendar(each).add(from, ms));
        expect(answers).toEqual(alone);
      }),
    ));

  it("working days are monotone, and count from the next opening", () =>
    check(
      fc.property(tidy, instant, fc.integer({ min: 1, max: 40 }), (each, from, n) => {
        const due = each.addWorkingDays(from, n);
        expect(due).toBeGreaterThan(from);
        expect(each.addWorkingDays(from, n + 1)).toBeGreaterThan(due);
        expect(each.addWorkingDays(each.nextOpening(from), n)).toBe(due);
      }),
    ));
});

describe("one clock", () => {
  const pauses = fc.array(
    fc
      .tuple(instant, fc.integer({ min: 1, max: 200 * 3_600_000 }))
      .map(([from, ms]) => [from, from + ms] as const),
    { maxLength: 5 },
  );

  it("does not care how pauses are split or ordered", () =>
    check(
      fc.property(
        calendar,
        instant,
        span,
        pauses,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (each, start, target, list, at) => {
          const split = list.flatMap(([from, to]) => {
            const middle = Math.floor(from + (to - from) * at);
            return [[middle, to] as const, [from, middle] as const];
          });
          expect(slaClock({ calendar: each, start, target, pauses: split.reverse(), at: start })).toEqual(
            slaClock({ calendar: each, start, target, pauses: list, at: start }),
          );
        },
      ),
    ));

  it("has counted exactly the target at its due", () =>
    check(
      fc.property(calendar, instant, span, pauses, (each, start, target, list) => {
        const { due } = slaClock({ calendar: each, start, target, pauses: list });
        const atDue = slaClock({ calendar: each, start, target, pauses: list, at: due });
        expect(atDue).toMatchObject({ elapsed: target, remaining: 0, state: "breached" });
        expect(slaClock({ calendar: each, start, target, pauses: list, at: due - 1 }).state).not.toBe(
          "breached",
        );
      }),
    ));
});
