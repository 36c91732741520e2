import { describe, expect, it } from "vitest";
import { compileShifts } from "./shifts.ts";

const label = { zh: "", en: "" };
const all = [1, 2, 3, 4, 5, 6, 7];
const day = { key: "day", label, start: "08:00", end: "16:30", weekdays: [1, 2, 3, 4, 5] };
const night = { key: "night", label, start: "22:00", end: "06:00", weekdays: [7] };
const late = { key: "late", label, start: "15:30", end: "24:00", weekdays: all };
const shanghai = (text: string) => Date.parse(`${text}+08:00`);

describe("shifts", () => {
  const plan = compileShifts([day, night, late], "Asia/Shanghai");
  const on = (text: string) => [...plan.on(shanghai(text))].sort();

  it("reads the wall of the zone, with the end excluded", () => {
    expect(on("2026-03-02T08:00:00")).toEqual(["day"]);
    expect(on("2026-03-02T07:59:59")).toEqual([]);
    expect(on("2026-03-02T16:29:59")).toEqual(["day", "late"]);
    expect(on("2026-03-02T16:30:00")).toEqual(["late"]);
    expect(on("2026-03-02T23:59:59")).toEqual(["late"]);
    expect(on("2026-03-07T09:00:00")).toEqual([]);
  });

  it("carries a night over midnight, and over the end of the week", () => {
    expect(on("2026-03-01T22:00:00")).toEqual(["late", "night"]);
    expect(on("2026-03-02T05:59:00")).toEqual(["night"]);
    expect(on("2026-03-02T06:00:00")).toEqual([]);
    expect(on("2026-03-02T22:00:00")).toEqual(["late"]);
  });

  it("knows when the next one begins", () => {
    expect(plan.nextStart(shanghai("2026-03-02T07:00:30"))).toBe(shanghai("2026-03-02T08:00:00"));
    expect(plan.nextStart(shanghai("2026-03-02T08:00:00"))).toBe(shanghai("2026-03-02T15:30:00"));
    expect(compileShifts([], "UTC").nextStart(0)).toBeNull();
  });

  it("follows the wall when the clocks change", () => {
    const berlin = compileShifts([{ ...day, weekdays: all }], "Europe/Berlin");
    expect(berlin.nextStart(Date.parse("2026-03-28T20:00:00Z"))).toBe(Date.parse("2026-03-29T06:00:00Z"));
    expect([...berlin.on(Date.parse("2026-03-29T06:00:00Z"))]).toEqual(["day"]);
    expect([...berlin.on(Date.parse("2026-03-28T06:00:00Z"))]).toEqual([]);
  });
});
