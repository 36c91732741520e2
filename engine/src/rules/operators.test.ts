import { describe, expect, it } from "vitest";
import { compileConditions } from "./conditions.ts";
import { testNow } from "./testing.ts";

const holds = (operator: string, value: unknown, actual: unknown): boolean =>
  compileConditions({ fact: "x", operator, value: value as string }).test(
    actual === undefined ? {} : { x: actual },
    { now: testNow },
  );

describe("json-rules-engine's operators on missing and odd facts", () => {
  it.each([
    ["notEqual", 1, undefined, true],
    ["notIn", [1], undefined, true],
    ["doesNotContain", 1, undefined, false],
    ["lessThan", 9, "10", false],
    ["lessThan", "9", "10", true],
    ["greaterThan", 5, "12 pieces", false],
    ["greaterThan", 5, null, false],
    ["not:contains", 1, undefined, true],
    ["someFact:in", ["a", "b"], ["x", "b"], true],
    ["everyFact:greaterThan", 1, [2, 3], true],
    ["everyFact:greaterThan", 1, [], true],
    ["someValue:containsText", ["退款", "x"], "我要退款", true],
    ["swap:contains", ["a", "b"], "b", true],
    ["swap:matches", "退款", "退.", true],
    ["swap:matches", "退款", "(", false],
  ] as const)("%s %j on %j is %j", (operator, value, actual, expected) => {
    expect(holds(operator, value, actual)).toBe(expected);
  });
});

describe("text operators", () => {
  it.each([
    ["containsText", "退貨", "我想退货", true],
    ["containsText", "ABC", "ａｂｃ１２３", true],
    ["containsText", "乾", "乾隆年製", true],
    ["containsText", "strasse", "STRASSE Straße", true],
    ["containsText", "a.c", "abc", false],
    ["containsText", "12", 12, false],
    ["containsAnyText", ["发票", "開票"], "能开票吗", true],
    ["containsAllText", ["发票", "抬头"], "發票抬頭開錯", true],
    ["containsAllText", ["发票", "抬头"], "發票", false],
    ["containsUnnegatedText", ["退款"], "不退款我就投诉", false],
    ["containsUnnegatedText", ["退款"], "不退款就算了，还是退款吧", true],
    ["containsUnnegatedText", ["退款"], "無需退款", false],
    ["containsUnnegatedText", "退款", "不要退款", false],
    ["containsUnnegatedText", "退款", "要退款", true],
    ["startsWith", "sf", "ＳＦ100", true],
    ["endsWith", "谢谢", "謝謝", true],
    ["matches", "\\d{3}", "订单 123", true],
    ["matches", "(?i)^vip", "VIP 客户", true],
    ["intersects", ["a", "b"], ["b", "c"], true],
    ["includesAll", ["a", "b"], ["b", "c", "a"], true],
    ["includesAll", ["a", "b"], ["b"], false],
    ["isPresent", true, "", false],
    ["isPresent", false, undefined, true],
    ["isPresent", true, 0, true],
  ] as const)("%s %j on %j is %j", (operator, value, actual, expected) => {
    expect(holds(operator, value, actual)).toBe(expected);
  });
});

describe("matches", () => {
  it.each(["(?i)(.|\\n){0,900}Q", "((a{0,30}){0,30}){0,30}", "a".repeat(1_001), "(", "(?=a)", "(a)\\1"])(
    "refuses a pattern that is too large or no RE2: %s",
    (pattern) => {
      const when = { fact: "ticket.text", operator: "matches", value: pattern };
      expect(() => compileConditions(when)).toThrow();
    },
  );

  it("takes a pattern of full length", () => {
    const words = Array.from({ length: 333 }, (_, index) => String.fromCharCode(0x4e00 + index).repeat(2));
    expect(holds("matches", words.join("|"), words[332] ?? "")).toBe(true);
  });

  const largest = "a[^x]{700}[^x]{700}";
  it("sees all of the longest message, and with the largest patterns the first 20,000 characters", () => {
    const message = `${"。".repeat(99_989)}13800138000`;
    expect(holds("matches", "1[3-9]\\d{9}", message)).toBe(true);
    expect(holds("matches", largest, `${"b".repeat(10_000)}a${"b".repeat(90_000)}`)).toBe(true);
    expect(holds("matches", largest, `${"b".repeat(30_000)}a${"b".repeat(70_000)}`)).toBe(false);
  });

  const matchesOf = (pattern: string, t: string) => {
    const leaf = compileConditions({ fact: "t", operator: "matches", value: pattern }).explain({ t });
    return leaf.type === "leaf" ? (leaf.matches ?? []) : [];
  };

  it("shows the first 200 characters of a long match with where it ends", () => {
    const [match] = matchesOf("(?s).+", "退".repeat(90_000));
    expect(match).toEqual({ keyword: `${"退".repeat(199)}…`, start: 0, end: 90_000 });
  });

  it("looks for further matches only while that stays as cheap as one look at the text", () => {
    // Every search for the next `b` reads to the end of the text first, in case there is a Q.
    const wide = "(?:[a-c]+){1,30}Q|b";
    expect(matchesOf(wide, "abc".repeat(30_000)).length).toBeLessThan(5);
    expect(matchesOf(wide, "abc".repeat(300))).toHaveLength(100);
  });
});

describe("time operators", () => {
  const minute = 60_000;
  it.each([
    ["between", [1, 3], 3, true],
    ["between", ["2026-11-11T00:00:00+08:00", "2026-11-12T00:00:00+08:00"], testNow, true],
    ["before", "2026-11-11T12:00:00Z", testNow, false],
    ["before", "2026-11-11T12:00:00.001Z", testNow, true],
    ["after", "2026-11-11T19:59:59+08:00", testNow, true],
    ["after", "yesterday", testNow, false],
    ["withinLast", "PT10M", testNow - 10 * minute, true],
    ["withinLast", "PT10M", testNow - 10 * minute - 1, false],
    ["withinLast", "PT10M", testNow + 1, false],
    ["withinLast", "P1D", "2026-11-10T12:00:00Z", true],
    ["withinCalendar", "24x7", testNow, true],
    ["withinCalendar", "24x7", undefined, false],
  ] as const)("%s %j on %j is %j", (operator, value, actual, expected) => {
    expect(holds(operator, value, actual)).toBe(expected);
  });
});
