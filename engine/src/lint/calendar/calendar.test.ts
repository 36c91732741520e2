import type { CalendarSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../check/check.fixture.ts";
import { adviceOn, quietDay } from "../lint.fixture.ts";

const calendar = (spec: Partial<CalendarSpec>) =>
  documentOf("calendar", { timezone: "Asia/Shanghai", hours: {}, ...spec });

describe("closed-ahead", () => {
  const oneDay = (date: string) => calendar({ dates: { [date]: { hours: [["09:00", "18:00"]] } } });

  it("warns when nothing opens in the next 14 days", () => {
    expect(adviceOn(oneDay("2026-06-20"))).toEqual(["warning /spec/hours calendar.closed-ahead"]);
    expect(adviceOn(oneDay("2026-06-10"))).toEqual([]);
  });

  it("leaves what never opens, and unknown zones, to check", () => {
    expect(adviceOn(calendar({}))).toEqual(["error /spec/hours calendar.never-open"]);
    expect(adviceOn(calendar({ timezone: "Moon/Base", hours: { mon: [["09:00", "18:00"]] } }))).toEqual([
      "error /spec/timezone calendar.timezone",
    ]);
  });
});

describe("statutory-end", () => {
  const office = calendar({ hours: { mon: [["09:00", "18:00"]] }, include: ["cn-statutory"] });

  it("mentions the last known year when the next one is near", () => {
    expect(adviceOn(office)).toEqual([]);
    expect(adviceOn(office, { now: quietDay + 366 * 86_400_000 })).toEqual([
      "info /spec/include/0 calendar.statutory-end",
    ]);
    expect(
      adviceOn(calendar({ hours: { mon: [["09:00", "18:00"]] } }), { now: quietDay + 366 * 86_400_000 }),
    ).toEqual([]);
  });
});
