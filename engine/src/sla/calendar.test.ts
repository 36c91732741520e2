import type { CalendarSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { calendar24x7, compileCalendar, neverDue } from "./calendar.ts";

const hour = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const weekdays = (hours: [string, string][], rest: Partial<CalendarSpec> = {}): CalendarSpec => ({
  timezone: "Asia/Shanghai",
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  ...rest,
});
const daily = (hours: [string, string][], timezone: string): CalendarSpec => ({
  timezone,
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
});
const office = compileCalendar(
  weekdays([
    ["09:00", "12:00"],
    ["13:00", "18:00"],
  ]),
);
const at = (text: string) => Date.parse(text);

describe("edges of a day", () => {
  it("is due at close when the budget ends there, and after it by one ms more", () => {
    const from = at("2026-11-09T17:00:00+08:00");
    expect(office.add(from, hour)).toBe(at("2026-11-09T18:00:00+08:00"));
    expect(office.add(from, hour + 1)).toBe(at("2026-11-10T09:00:00.001+08:00"));
  });

  it("takes the opening when walking back", () => {
    const due = at("2026-11-10T10:00:00+08:00");
    expect(office.subtract(due, hour)).toBe(at("2026-11-10T09:00:00+08:00"));
    expect(office.subtract(due, hour + 1)).toBe(at("2026-11-09T17:59:59.999+08:00"));
  });

  it("opens inclusive and closes exclusive", () => {
    expect(office.isOpen(at("2026-11-09T09:00:00+08:00"))).toBe(true);
    expect(office.isOpen(at("2026-11-09T12:00:00+08:00"))).toBe(false);
    expect(office.nextOpening(at("2026-11-09T12:00:00+08:00"))).toBe(at("2026-11-09T13:00:00+08:00"));
    expect(office.closeOf(at("2026-11-09T12:30:00+08:00"))).toBe(at("2026-11-09T18:00:00+08:00"));
  });

  it("skips the break and the weekend", () => {
    expect(iso(office.add(at("2026-11-13T11:00:00+08:00"), 7 * hour))).toBe("2026-11-16T02:00:00.000Z");
    expect(office.between(at("2026-11-13T00:00:00+08:00"), at("2026-11-16T10:00:00+08:00"))).toBe(9 * hour);
  });

  it("lists segments cut to the question", () => {
    expect(
      office
        .segments(at("2026-11-13T10:00:00+08:00"), at("2026-11-16T09:30:00+08:00"))
        .map((s) => s.map(iso)),
    ).toEqual([
      ["2026-11-13T02:00:00.000Z", "2026-11-13T04:00:00.000Z"],
      ["2026-11-13T05:00:00.000Z", "2026-11-13T10:00:00.000Z"],
      ["2026-11-16T01:00:00.000Z", "2026-11-16T01:30:00.000Z"],
    ]);
  });
});

describe("around the clock", () => {
  const always = compileCalendar(calendar24x7);
  it("is one interval, over New Year too", () => {
    const [from, to] = [at("2025-12-31T12:00:00Z"), at("2027-01-01T12:00:00Z")];
    expect(always.segments(from, to)).toEqual([[from, to]]);
    expect(always.add(from, 48 * hour)).toBe(from + 48 * hour);
    expect(always.subtract(to, 48 * hour)).toBe(to - 48 * hour);
    expect(always.closeOf(from)).toBe(neverDue);
  });
});

describe("clock changes", () => {
  it("New York 2026-03-08: the day has 23 hours", () => {
    const day = compileCalendar(daily([["00:00", "24:00"]], "America/New_York"));
    expect(day.between(at("2026-03-08T00:00:00-05:00"), at("2026-03-09T00:00:00-04:00"))).toBe(23 * hour);
    const shop = compileCalendar(daily([["01:00", "05:00"]], "America/New_York"));
    expect(shop.between(at("2026-03-08T00:00:00-05:00"), at("2026-03-09T00:00:00-04:00"))).toBe(3 * hour);
    expect(iso(shop.add(at("2026-03-08T01:00:00-05:00"), 3 * hour))).toBe("2026-03-08T09:00:00.000Z");
  });

  it("Berlin 2026-10-25: the hour that comes twice is worked twice", () => {
    const night = compileCalendar(daily([["22:00", "06:00"]], "Europe/Berlin"));
    expect(night.between(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z"))).toBe(9 * hour);
    expect(iso(night.add(at("2026-10-24T20:00:00Z"), 9 * hour))).toBe("2026-10-25T05:00:00.000Z");
  });

  it("Lord Howe shifts by half an hour", () => {
    const day = compileCalendar(daily([["00:00", "24:00"]], "Australia/Lord_Howe"));
    expect(day.between(at("2026-10-04T00:00:00+10:30"), at("2026-10-05T00:00:00+11:00"))).toBe(23.5 * hour);
    expect(day.between(at("2026-04-05T00:00:00+11:00"), at("2026-04-06T00:00:00+10:30"))).toBe(24.5 * hour);
  });

  it("an opening in the skipped hour is the moment of the change", () => {
    const shop = compileCalendar(daily([["02:30", "04:00"]], "America/New_York"));
    expect(
      shop.segments(at("2026-03-08T00:00:00-05:00"), at("2026-03-09T00:00:00-04:00")).map((s) => s.map(iso)),
    ).toEqual([["2026-03-08T07:00:00.000Z", "2026-03-08T08:00:00.000Z"]]);
  });

  it("a midnight that does not exist opens when the clock has jumped", () => {
    const day = compileCalendar(daily([["00:00", "24:00"]], "America/Sao_Paulo"));
    expect(day.between(at("2018-11-04T00:00:00-03:00"), at("2018-11-05T00:00:00-02:00"))).toBe(23 * hour);
  });
});

describe("zones that move", () => {
  const day = (zone: string) => compileCalendar(daily([["00:00", "24:00"]], zone));
  const hoursOn = (zone: string, from: string, to: string) => day(zone).between(at(from), at(to)) / hour;

  it.each([
    // Clocks from 24:00 on the 29th to 00:00 on the 31st of December: the 30th never was.
    ["Pacific/Apia", "2011-12-29T00:00:00-10:00", "2012-01-01T00:00:00+14:00", 48],
    // From +13:45 back to +12:45, at 03:45.
    ["Pacific/Chatham", "2026-04-05T00:00:00+13:45", "2026-04-06T00:00:00+12:45", 25],
    ["Pacific/Chatham", "2026-09-27T00:00:00+12:45", "2026-09-28T00:00:00+13:45", 23],
    // Two hours at once.
    ["Antarctica/Troll", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00+02:00", 22],
    // Half an hour, for good.
    ["Asia/Pyongyang", "2015-08-14T00:00:00+09:00", "2015-08-15T00:00:00+08:30", 24.5],
    ["Asia/Pyongyang", "2018-05-04T00:00:00+08:30", "2018-05-06T00:00:00+09:00", 47.5],
    ["America/Caracas", "2016-05-01T00:00:00-04:30", "2016-05-02T00:00:00-04:00", 23.5],
    // A quarter of an hour at New Year 1986.
    ["Asia/Kathmandu", "1985-12-31T00:00:00+05:30", "1986-01-02T00:00:00+05:45", 47.75],
  ])("%s from %s to %s is %d hours long", (zone, from, to, hours) =>
    expect(hoursOn(zone, from, to)).toBe(hours),
  );

  it("a night over the date that never was is worked from 22:00 to 06:00 all the same", () => {
    const night = compileCalendar(daily([["22:00", "06:00"]], "Pacific/Apia"));
    const from = at("2011-12-29T12:00:00-10:00");
    expect(night.segments(from, at("2011-12-31T12:00:00+14:00"))).toEqual([
      [at("2011-12-29T22:00:00-10:00"), at("2011-12-31T06:00:00+14:00")],
    ]);
    expect(night.add(from, 9 * hour)).toBe(at("2011-12-31T23:00:00+14:00"));
  });
});

describe("dates", () => {
  it("night shifts go on into a closed day", () => {
    const spec: CalendarSpec = {
      timezone: "Asia/Shanghai",
      hours: { fri: [["22:00", "06:00"]], mon: [["09:00", "10:00"]] },
    };
    const night = compileCalendar(spec);
    expect(night.add(at("2026-11-13T23:00:00+08:00"), 7 * hour)).toBe(at("2026-11-14T06:00:00+08:00"));
    expect(night.add(at("2026-11-13T23:00:00+08:00"), 8 * hour)).toBe(at("2026-11-16T10:00:00+08:00"));
  });

  it("dates go before annual dates, those before the week", () => {
    const calendar = compileCalendar(
      weekdays([["09:00", "18:00"]], {
        dates: { "2026-12-25": { hours: [["00:00", "24:00"]] } },
        annualDates: { "12-25": { hours: [] }, "02-29": { hours: [["10:00", "11:00"]] } },
      }),
    );
    const dayOf = (date: string) =>
      calendar.between(at(`${date}T00:00:00+08:00`), at(`${date}T23:59:59.999+08:00`) + 1);
    expect(dayOf("2026-12-25")).toBe(24 * hour);
    expect(dayOf("2025-12-25")).toBe(0);
    expect(dayOf("2028-02-29")).toBe(hour);
    expect(dayOf("2027-03-01")).toBe(9 * hour);
  });

  it("crosses New Year", () => {
    expect(office.add(at("2026-12-31T17:30:00+08:00"), hour)).toBe(at("2027-01-01T09:30:00+08:00"));
    expect(office.subtract(at("2027-01-01T09:30:00+08:00"), hour)).toBe(at("2026-12-31T17:30:00+08:00"));
  });
});

describe("cn-statutory", () => {
  const finance = compileCalendar(weekdays([["09:00", "18:00"]], { include: ["cn-statutory"] }));
  const openOn = (date: string) => finance.isOpen(at(`${date}T10:00:00+08:00`));

  it("closes National Day 2026 and opens its make-up workdays", () => {
    expect(["2026-09-30", "2026-10-01", "2026-10-07", "2026-10-08"].map(openOn)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    // Sunday 20 September and Saturday 10 October are worked instead.
    expect(["2026-09-20", "2026-10-10", "2026-10-11"].map(openOn)).toEqual([true, true, false]);
    expect(finance.add(at("2026-09-30T17:00:00+08:00"), 2 * hour)).toBe(at("2026-10-08T10:00:00+08:00"));
  });

  it("closes the nine days of Spring Festival 2026", () => {
    expect(["2026-02-14", "2026-02-15", "2026-02-23", "2026-02-24", "2026-02-28"].map(openOn)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it("gives make-up workdays Monday's hours, and yields to dates", () => {
    const calendar = compileCalendar({
      timezone: "Asia/Shanghai",
      hours: { mon: [["10:00", "11:00"]], sat: [["01:00", "02:00"]] },
      include: ["cn-statutory"],
      dates: { "2026-10-02": { hours: [["20:00", "21:00"]] } },
    });
    expect(calendar.isOpen(at("2026-10-10T10:30:00+08:00"))).toBe(true);
    expect(calendar.isOpen(at("2026-10-10T01:30:00+08:00"))).toBe(false);
    expect(calendar.isOpen(at("2026-10-02T20:30:00+08:00"))).toBe(true);
  });

  it("yields to annual dates too, and goes before the week", () => {
    const calendar = compileCalendar(
      weekdays([["09:00", "18:00"]], {
        include: ["cn-statutory"],
        annualDates: { "10-01": { hours: [["10:00", "11:00"]] }, "10-10": { hours: [] } },
      }),
    );
    expect(calendar.isOpen(at("2026-10-01T10:30:00+08:00"))).toBe(true);
    expect(calendar.isOpen(at("2026-10-01T11:30:00+08:00"))).toBe(false);
    expect(calendar.isOpen(at("2026-10-10T10:30:00+08:00"))).toBe(false);
    expect(calendar.isOpen(at("2026-10-02T10:30:00+08:00"))).toBe(false);
  });

  it("is the ordinary week where nothing is announced", () => expect(openOn("2199-10-01")).toBe(true));
});

describe("nothing hangs", () => {
  const once = compileCalendar({
    timezone: "Asia/Shanghai",
    hours: {},
    dates: { "2026-11-11": { hours: [["10:00", "12:00"]] } },
  });
  const noHours = compileCalendar({ timezone: "Asia/Shanghai", hours: {} });

  it("answers neverDue when the open time runs out", () => {
    const from = at("2026-11-11T11:00:00+08:00");
    expect(once.add(from, hour)).toBe(at("2026-11-11T12:00:00+08:00"));
    expect(once.add(from, hour + 1)).toBe(neverDue);
    expect(noHours.add(from, 1)).toBe(neverDue);
    expect(noHours.addWorkingDays(from, 3)).toBe(neverDue);
    expect(once.nextOpening(from + hour)).toBe(neverDue);
  });

  it("takes any number", () => {
    for (const strange of [Number.NaN, Infinity, -Infinity, 1e308, -1e308, 8.64e15, -8.64e15]) {
      expect(() => office.add(strange, 1)).not.toThrow();
      expect(() => office.add(0, strange)).not.toThrow();
      expect(() => office.subtract(0, strange)).not.toThrow();
      expect(() => office.addWorkingDays(strange, 1)).not.toThrow();
      expect(() => office.addWorkingDays(0, strange)).not.toThrow();
      expect(() => office.segments(0, strange).length).not.toThrow();
    }
  });
});
