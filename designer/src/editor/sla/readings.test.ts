import { calendar24x7 } from "@sluice/engine";
import type { CalendarSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { otherReading, workdayOf } from "./readings.ts";

const hour = 3_600_000;
const office: CalendarSpec = {
  timezone: "Asia/Shanghai",
  hours: {
    mon: [
      ["09:00", "12:00"],
      ["13:00", "18:00"],
    ],
    tue: [
      ["09:00", "12:00"],
      ["13:00", "18:00"],
    ],
  },
};

describe("the other reading of a length", () => {
  const eight = workdayOf(office);
  it("is working days for hours, and hours for working days", () => {
    expect(otherReading("PT24H", eight)).toEqual({ unit: "days", amount: 3, exact: true });
    expect(otherReading("P3D", eight)).toEqual({ unit: "open", amount: 24 * hour, exact: true });
    expect(otherReading("PT20H", workdayOf(calendar24x7))).toMatchObject({ amount: 0.83, exact: false });
  });

  it("is about right where the days differ, and never closes over night", () => {
    const uneven = workdayOf({ ...office, hours: { mon: [["22:00", "06:00"]], tue: [["09:00", "13:00"]] } });
    expect(uneven).toEqual({ ms: 6 * hour, even: false });
    expect(otherReading("PT6H", uneven)).toMatchObject({ amount: 1, exact: false });
  });

  it("is not there for minutes, for what cannot be read, and for a week without hours", () => {
    expect(otherReading("PT30M", eight)).toBeUndefined();
    expect(otherReading("P1DT2H", eight)).toBeUndefined();
    expect(workdayOf({ ...office, hours: {} })).toBeUndefined();
  });
});
