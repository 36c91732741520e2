import { expect, it } from "vitest";
import { startOfDay } from "./zone.ts";

it.each([
  ["2026-11-11T00:00:00+08:00", "Asia/Shanghai", "2026-11-11T00:00:00+08:00"],
  ["2026-11-11T23:59:59.999+08:00", "Asia/Shanghai", "2026-11-11T00:00:00+08:00"],
  ["2026-11-10T20:00:00Z", "Asia/Shanghai", "2026-11-11T00:00:00+08:00"],
  // The day on which clocks go forward begins with the offset of the day before.
  ["2026-03-29T12:00:00+02:00", "Europe/Berlin", "2026-03-29T00:00:00+01:00"],
  ["2026-03-28T23:30:00-04:00", "America/New_York", "2026-03-28T00:00:00-04:00"],
  // Beirut skips midnight itself: the day begins at one.
  ["2026-03-29T12:00:00+03:00", "Asia/Beirut", "2026-03-29T01:00:00+03:00"],
])("%s in %s: the day begins at %s", (at, zone, begin) => {
  expect(startOfDay(Date.parse(at), zone)).toBe(Date.parse(begin));
});
