import type { Shift } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { bandsOf, coverOf, withShift } from "./week.ts";

const shift = (key: string, start: string, end: string, weekdays = [1, 2, 3, 4, 5, 6, 7]): Shift => ({
  key,
  label: { zh: key, en: key },
  start,
  end,
  weekdays,
});
const early = shift("early", "08:00", "16:30");
const late = shift("late", "15:30", "24:00");
const over = shift("over", "22:00", "06:00", [7]);

describe("bands of a day", () => {
  it("stand on lines of their own where they overlap", () => {
    expect(bandsOf([late, early], 1)).toEqual([
      { shift: "early", from: 480, to: 990, line: 0 },
      { shift: "late", from: 930, to: 1440, line: 1 },
    ]);
  });

  it("go past midnight, from Sunday into Monday too", () => {
    expect(bandsOf([over], 7)).toEqual([{ shift: "over", from: 1320, to: 1440, line: 0 }]);
    expect(bandsOf([over], 1)).toEqual([{ shift: "over", from: 0, to: 360, line: 0 }]);
    expect(bandsOf([over], 2)).toEqual([]);
  });

  it("end at midnight without a piece on the next day", () => {
    expect(bandsOf([shift("all", "00:00", "00:00", [1])], 2)).toEqual([]);
    expect(bandsOf([shift("all", "00:00", "00:00", [1])], 1)).toEqual([
      { shift: "all", from: 0, to: 1440, line: 0 },
    ]);
  });
});

it("counts who is on duty hour by hour, each person once", () => {
  const cover = coverOf([{ shifts: ["early", "late"] }, { shifts: ["late"] }, {}], [early, late], 3);
  expect([cover[7], cover[8], cover[15], cover[16], cover[23]]).toEqual([0, 1, 2, 2, 2]);
});

it("a shift is added or taken away; where it is so already, nothing is", () => {
  const agent = { id: "a", name: "a", groups: [], capacity: { chat: 1, ticket: 1 }, shifts: ["early"] };
  expect(withShift("late", true)(agent)?.shifts).toEqual(["early", "late"]);
  expect(withShift("early", false)(agent)?.shifts).toEqual([]);
  expect(withShift("early", true)(agent)).toBeNull();
});
