import type { CalendarSpec, HolidayDays } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "../calendar.ts";
import { calendarDays } from "./calendar-days.ts";
import { builtInHolidays, holidaysUntil } from "./statutory.ts";

const day: [string, string][] = [["09:00", "18:00"]];
const spec: CalendarSpec = {
  timezone: "Asia/Shanghai",
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  include: ["cn-statutory"],
};
const at = (text: string) => Date.parse(`${text}+08:00`);

/** The day of singles made a holiday, as a feed once did, and the Saturday after it worked. */
const feed: HolidayDays = {
  "2026-11-11": { kind: "holiday", name: { zh: "光棍节", en: "Singles' Day" } },
  "2026-11-14": { kind: "make-up-workday", name: { zh: "光棍节", en: "Singles' Day" } },
};

describe("holiday data", () => {
  it("is, by default, the announced arrangement of 2026", () => {
    expect(builtInHolidays["2026-10-01"]).toMatchObject({ kind: "holiday", name: { zh: "国庆节" } });
    expect(builtInHolidays["2026-10-10"]?.kind).toBe("make-up-workday");
    expect(builtInHolidays["2026-11-11"]).toBeUndefined();
    const hour = 3_600_000;
    expect(compileCalendar(spec).add(at("2026-11-10T17:00"), 2 * hour)).toBe(at("2026-11-11T10:00"));
  });

  it("is an input: another arrangement gives other hours, and nothing of the default remains", () => {
    const calendar = compileCalendar(spec, { holidays: feed });
    expect(calendar.isOpen(at("2026-11-11T10:00"))).toBe(false);
    expect(calendar.isOpen(at("2026-11-14T10:00"))).toBe(true);
    expect(calendar.isOpen(at("2026-10-01T10:00"))).toBe(true);
    expect(compileCalendar(spec).isOpen(at("2026-11-11T10:00"))).toBe(true);
  });

  it("is drawn with the name of the holiday", () => {
    const dayOf = calendarDays(spec, feed);
    expect(dayOf("2026-11-11")).toMatchObject({ hours: [], statutory: feed["2026-11-11"] });
    expect(dayOf("2026-10-01").statutory).toBeUndefined();
  });

  it("does not touch a calendar that does not include it", () => {
    const plain = compileCalendar({ ...spec, include: [] }, { holidays: feed });
    expect(plain.isOpen(at("2026-11-11T10:00"))).toBe(true);
  });

  it("knows its last year", () => {
    expect([holidaysUntil(feed), holidaysUntil({})]).toEqual([2026, 0]);
  });
});
