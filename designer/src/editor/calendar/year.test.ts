import type { CalendarSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { languageInstance } from "../../messages/language.ts";
import { draggedHours } from "./drag-hours.ts";
import { nextHolidays } from "./holidays.ts";
import { hoursText, parseHoursText } from "./hours-text.ts";
import { usersOf } from "./users.ts";
import { weekSummary } from "./week-summary.ts";
import { dateAfter, dayViews, yearView } from "./year.ts";

const office: [string, string][] = [["09:00", "18:00"]];
const spec: CalendarSpec = {
  timezone: "Asia/Shanghai",
  hours: { mon: office, tue: office, wed: office, thu: office, fri: [["22:00", "06:00"]], sat: [], sun: [] },
  include: ["cn-statutory"],
  dates: { "2026-11-11": { name: "双11", hours: [["00:00", "24:00"]] }, "2026-03-03": { hours: [] } },
  annualDates: { "12-25": { name: "盘点", hours: [] } },
};

describe("the days of a year", () => {
  const day = dayViews(spec);
  it.each([
    ["2026-11-16", "open"],
    ["2026-11-15", "closed"],
    ["2026-10-01", "holiday"],
    ["2026-10-10", "makeUp"],
    ["2026-11-11", "special"],
    ["2026-03-03", "shut"],
    ["2027-12-25", "annual"],
  ])("%s is %s", (date, kind) => expect(day(date).kind).toBe(kind));

  it("have their hours as the document writes them, and a name", () => {
    expect(day("2026-11-20").hours).toEqual([["22:00", "06:00"]]);
    expect(day("2026-11-11")).toMatchObject({ name: "双11", hours: [["00:00", "24:00"]] });
    expect(day("2026-10-01").name).toMatchObject({ zh: "国庆节" });
  });

  it("stand in weeks from Monday on", () => {
    const [january, february] = yearView(spec, 2024);
    expect(january?.weeks[0]?.map((each) => each?.day)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(february?.weeks.flat().filter(Boolean)).toHaveLength(29);
    expect(february?.weeks[0]?.map((each) => each?.day ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
  });

  it("are reached with keys", () => {
    const keys = ["ArrowLeft", "ArrowDown", "PageDown", "Home", "End", "x"];
    expect(keys.map((key) => dateAfter("2026-01-31", key))).toEqual([
      "2026-01-30",
      "2026-02-07",
      "2026-02-28",
      "2026-01-01",
      "2026-01-31",
      undefined,
    ]);
  });
});

it("names the next holidays with the workdays that make up for them", () => {
  const [first, second] = nextHolidays(spec, "2026-09-21", 2);
  expect(first).toMatchObject({ from: "2026-09-25", to: "2026-09-27", days: 3 });
  expect(second).toMatchObject({
    from: "2026-10-01",
    to: "2026-10-07",
    days: 7,
    name: { en: "National Day" },
  });
  expect(second?.makeUp).toContain("2026-10-10");
});

describe("hours as text", () => {
  const { t } = languageInstance("zh-CN");
  it.each([
    [
      "9:00-12:00、13:00-18:00",
      [
        ["09:00", "12:00"],
        ["13:00", "18:00"],
      ],
    ],
    [
      "13-18, 9-12",
      [
        ["09:00", "12:00"],
        ["13:00", "18:00"],
      ],
    ],
    ["９：００－１２：００", [["09:00", "12:00"]]],
    ["22:00-06:00", [["22:00", "06:00"]]],
    ["9:00至18:00", [["09:00", "18:00"]]],
    ["全天", [["00:00", "24:00"]]],
    ["休", []],
    ["closed", []],
    ["", []],
  ])("%s is understood", (text, hours) => expect(parseHoursText(text)).toEqual(hours));

  it.each(["9", "25:00-26:00", "九点到六点", "9:00-"])("%s is not", (text) =>
    expect(parseHoursText(text)).toBeUndefined(),
  );

  it.each([
    [
      [
        ["09:00", "12:00"],
        ["13:00", "18:00"],
      ] as [string, string][],
    ],
    [[["22:00", "06:00"]] as [string, string][]],
    [[["00:00", "24:00"]] as [string, string][]],
    [[] as [string, string][]],
  ])("are read back (%#)", (hours) => {
    expect(parseHoursText(hoursText(hours, t))).toEqual(hours);
    expect(parseHoursText(hoursText(hours, languageInstance("en").t))).toEqual(hours);
  });

  it("of a week are told in one line", () => {
    expect(weekSummary(spec, t)).toBe("周一至周四 09:00–18:00、周五 22:00–次日 06:00、周六至周日 休息");
  });
});

describe("dragging on a day's track", () => {
  const hours: [string, string][] = [["09:00", "12:00"]];
  it("moves ends and whole stretches in quarters of an hour, within the day", () => {
    expect(draggedHours(hours, { part: "end", index: 0 }, 0, 68)).toEqual([["09:00", "13:15"]]);
    expect(draggedHours(hours, { part: "start", index: 0 }, 0, 600)).toEqual([["11:45", "12:00"]]);
    expect(draggedHours(hours, { part: "whole", index: 0 }, 0, 2000)).toEqual([["21:00", "24:00"]]);
  });

  it("draws a new stretch either way, and none for a twitch", () => {
    expect(draggedHours(hours, { part: "new" }, 900, -120)).toEqual([
      ["09:00", "12:00"],
      ["13:00", "15:00"],
    ]);
    expect(draggedHours(hours, { part: "new" }, 900, 3)).toBe(hours);
  });
});

it("finds who names a calendar, however deep", () => {
  const sla = {
    kind: "sla",
    key: "default",
    name: "",
    formatVersion: 1,
    spec: { calendar: "online", tiers: [{ id: "a", targets: { P0: { calendar: "finance" } } }] },
  } as const;
  const segment = {
    kind: "segment",
    key: "late",
    name: "",
    formatVersion: 1,
    spec: { when: { not: { fact: "ticket.createdAt", operator: "withinCalendar", value: "finance" } } },
  } as const;
  const calendar = { kind: "calendar", key: "finance", name: "", formatVersion: 1, spec } as const;
  const documents = [sla, segment, calendar] as never;
  expect(usersOf(documents, "finance").map(({ key }) => key)).toEqual(["default", "late"]);
  expect(usersOf(documents, "warehouse")).toEqual([]);
});
