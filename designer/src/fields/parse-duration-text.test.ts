import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageInstance } from "../messages/language.ts";
import { writeIsoDuration } from "./iso-duration.ts";
import { type DayMeaning, durationText, parseDurationText } from "./parse-duration-text.ts";

const read = (text: string, days?: DayMeaning) => {
  const reading = parseDurationText(text, days);
  return reading.ok ? reading.iso : reading.fault;
};

describe("parseDurationText", () => {
  it.each([
    ["30分", "PT30M"],
    ["30分钟", "PT30M"],
    ["３０分", "PT30M"],
    ["2小时", "PT2H"],
    ["2个小时", "PT2H"],
    ["2h", "PT2H"],
    ["1.5小时", "PT1H30M"],
    ["1小时30分", "PT1H30M"],
    ["1 小时 30 分", "PT1H30M"],
    ["1h30m", "PT1H30M"],
    ["90秒", "PT1M30S"],
    ["1分30秒", "PT1M30S"],
    ["半小时", "PT30M"],
    ["半个小时", "PT30M"],
    ["一个半小时", "PT1H30M"],
    ["1个半小时", "PT1H30M"],
    ["两小时半", "PT2H30M"],
    ["两个小时", "PT2H"],
    ["十五分钟", "PT15M"],
    ["二十四小时", "PT24H"],
    ["三十分", "PT30M"],
    ["3个工作日", "P3D"],
    ["3工作日", "P3D"],
    ["3天", "P3D"],
    ["PT30M", "PT30M"],
    ["pt90s", "PT1M30S"],
    ["P3D", "P3D"],
    ["P1W", "P7D"],
    ["30 min", "PT30M"],
    ["30 Minutes", "PT30M"],
    ["2 hours", "PT2H"],
    ["2 hours and 30 minutes", "PT2H30M"],
    ["2 hours, 30 min", "PT2H30M"],
    ["half an hour", "PT30M"],
    ["3 working days", "P3D"],
    ["1 working day", "P1D"],
    ["2 business days", "P2D"],
    ["3 d", "P3D"],
    ["0.5s", "PT0.5S"],
  ])("%s → %s", (text, iso) => expect(read(text)).toBe(iso));

  it.each([
    ["30", "unit"],
    ["", "unreadable"],
    ["一会儿", "unreadable"],
    ["小时", "unreadable"],
    ["30分啊", "unreadable"],
    ["2 hamsters", "unreadable"],
    ["-30分", "unreadable"],
    ["十十分", "unreadable"],
    ["1天2小时", "mixed"],
    ["P1DT2H", "mixed"],
    ["0分", "zero"],
    ["1.5天", "fraction"],
    ["2周", "week"],
    ["99999天", "long"],
    ["P1Y", "unreadable"],
  ])("refuses %s: %s", (text, fault) => expect(read(text)).toBe(fault));

  it("takes a day for 24 hours where days elapse, and no day where there are none", () => {
    expect(read("1天12小时", "elapsed")).toBe("P1DT12H");
    expect(read("1.5天", "elapsed")).toBe("P1DT12H");
    expect(read("2周", "elapsed")).toBe("P14D");
    expect(read("1天", "none")).toBe("days");
    expect(read("24小时", "none")).toBe("PT24H");
  });

  it("gives the number back where the unit is missing", () => {
    expect(parseDurationText("45")).toEqual({ ok: false, fault: "unit", n: "45" });
  });
});

describe.each(["zh-CN", "en"] as const)("durationText in %s", (language) => {
  const { t } = languageInstance(language);
  const seconds = fc
    .integer({ min: 1, max: 4_000_000 })
    .map((n) => writeIsoDuration({ days: 0, ms: n * 1000 }));
  const days = fc.integer({ min: 1, max: 36_000 }).map((n) => writeIsoDuration({ days: n, ms: 0 }));
  const both = fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 86_399 }))
    .map(([d, s]) => writeIsoDuration({ days: d, ms: s * 1000 }));

  it("is read back as the same duration", () => {
    fc.assert(
      fc.property(fc.oneof(seconds, days), (iso) => {
        expect(read(durationText(iso, t))).toBe(iso);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(seconds, days, both), (iso) => {
        expect(read(durationText(iso, t, "elapsed"), "elapsed")).toBe(iso);
      }),
    );
  });

  it("leaves what it cannot say as it is", () => {
    expect(durationText("PT0.5S", t)).toBe("PT0.5S");
    expect(durationText("P1DT2H", t)).toBe("P1DT2H");
    expect(durationText("soon", t)).toBe("soon");
  });
});
