import { describe, expect, it } from "vitest";
import type { ClockView } from "../client/types.ts";
import { languageInstance } from "../messages/language.ts";
import { formatAge, formatDuration, formatTarget, openMillis } from "./duration.ts";
import { formatInstant, formatRelative } from "./instant.ts";
import { isTicking, mostUrgent, remainingAt } from "./sla-remaining.ts";

const zh = languageInstance("zh-CN").t;
const en = languageInstance("en").t;
const minute = 60_000;
const hour = 60 * minute;

describe("durations", () => {
  it.each([
    [0, "0 秒", "0 s"],
    [45_000, "45 秒", "45 s"],
    [12 * minute + 59_000, "12 分", "12 min"],
    [hour, "1 小时", "1 h"],
    [hour + 5 * minute, "1 小时 5 分", "1 h 5 min"],
    [51 * hour, "2 天 3 小时", "2 d 3 h"],
    [-12 * minute, "12 分", "12 min"],
  ])("%d ms", (ms, chinese, english) => {
    expect(formatDuration(ms, zh)).toBe(chinese);
    expect(formatDuration(ms, en)).toBe(english);
  });

  it("gives columns the largest unit only", () => {
    expect(formatAge(51 * hour, zh)).toBe("2 天");
  });

  it.each([
    ["PT30M", "30 分", "30 min"],
    ["PT1H30M", "1 小时 30 分", "1 h 30 min"],
    ["PT36H", "36 小时", "36 h"],
    ["PT1M30S", "1 分 30 秒", "1 min 30 s"],
    ["PT90S", "1 分 30 秒", "1 min 30 s"],
    ["PT0S", "0 秒", "0 s"],
    ["P2D", "2 个工作日", "2 working days"],
    ["P1D", "1 个工作日", "1 working day"],
    ["2026-11-11T00:00:00Z", "2026-11-11T00:00:00Z", "2026-11-11T00:00:00Z"],
  ])("target %s", (iso, chinese, english) => {
    expect(formatTarget(iso, zh)).toBe(chinese);
    expect(formatTarget(iso, en)).toBe(english);
  });

  it("never takes working days for open time", () => {
    expect(openMillis("PT2H")).toBe(2 * hour);
    expect(openMillis("P2D")).toBeNull();
  });
});

describe("instants", () => {
  const now = Date.parse("2026-11-11T02:00:00Z");

  it("shows the time today and the date otherwise, in the workspace's zone", () => {
    expect(formatInstant("2026-11-10T16:05:00Z", "zh-CN", "Asia/Shanghai", now)).toBe("00:05");
    expect(formatInstant("2026-11-10T15:55:00Z", "zh-CN", "Asia/Shanghai", now)).toContain("10日");
    expect(formatInstant("2025-11-10T15:55:00Z", "en", "Asia/Shanghai", now)).toContain("2025");
  });

  it.each([
    [now - 3_000, "刚刚", "just now"],
    [now - 3 * minute, "3 分前", "3 min ago"],
    [now + 2 * hour, "2 小时后", "in 2 h"],
  ])("%d", (at, chinese, english) => {
    expect(formatRelative(at, now, zh)).toBe(chinese);
    expect(formatRelative(at, now, en)).toBe(english);
  });
});

describe("what is left on a clock", () => {
  const received = Date.parse("2026-11-11T02:00:00Z");
  const clock = (change: Partial<ClockView>): ClockView => ({
    metric: "firstResponse",
    target: "PT30M",
    targetMs: 30 * minute,
    due: new Date(received + 12 * minute).toISOString(),
    elapsed: "PT18M",
    elapsedMs: 18 * minute,
    remaining: "PT12M",
    remainingMs: 12 * minute,
    state: "running",
    tier: "standard",
    calendar: "online",
    ...change,
  });

  it("counts down while open time is wall time", () => {
    expect(remainingAt(clock({}), received, received + 2 * minute)).toBe(10 * minute);
  });

  it("goes on below zero: a breach counts up", () => {
    expect(remainingAt(clock({}), received, received + 15 * minute)).toBe(-3 * minute);
  });

  it("stands still where closed hours lie before due", () => {
    const overnight = clock({ due: new Date(received + 14 * hour).toISOString() });
    expect(isTicking(overnight, received)).toBe(false);
    expect(remainingAt(overnight, received, received + 2 * minute)).toBe(12 * minute);
  });

  it("stands still while paused", () => {
    expect(remainingAt(clock({ state: "paused" }), received, received + hour)).toBe(12 * minute);
  });

  it("puts a breach before a near due, and rest for good nowhere", () => {
    const breached = clock({ state: "breached", remainingMs: -minute });
    expect(mostUrgent([clock({ state: "met" }), clock({}), breached])).toBe(breached);
    expect(mostUrgent([clock({ state: "met" })])).toBeUndefined();
  });
});
