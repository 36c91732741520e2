import type { Condition } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionSentence } from "./condition-sentence.ts";
import { anyCondition, sampleVocabulary } from "./testing.ts";

const now = Date.parse("2026-11-11T02:00:00Z");
const zh = (condition: Condition | undefined) => conditionSentence(condition, sampleVocabulary, "zh-CN", now);
const en = (condition: Condition | undefined) => conditionSentence(condition, sampleVocabulary, "en", now);

const words = (...value: string[]): Condition => ({
  fact: "ticket.text",
  operator: "containsAnyText",
  value,
});
const channel: Condition = { fact: "ticket.channel", operator: "in", value: ["taobao", "gone"] };

describe("conditionSentence", () => {
  it("names facts, verbs and values", () => {
    const condition = { all: [words("退款", "退货"), channel] };
    expect(zh(condition)).toBe("客户说的话 含任一 退款、退货 且 渠道 属于 淘宝旺旺、gone");
    expect(en(condition)).toBe(
      "what the customer wrote contains any of 退款, 退货 and channel is one of Taobao, gone",
    );
  });

  it.each<[Condition, string]>([
    [words("a", "b", "c", "d", "e"), "客户说的话 含任一 a、b、c 等 5 个"],
    [{ not: channel }, "非 渠道 属于 淘宝旺旺、gone"],
    [{ not: { any: [channel, words("a")] } }, "非 （渠道 属于 淘宝旺旺、gone 或 客户说的话 含任一 a）"],
    [
      { all: [{ any: [words("a"), words("b")] }, { condition: "vip" }] },
      "（客户说的话 含任一 a 或 客户说的话 含任一 b） 且 条件组“VIP 客户”",
    ],
    [{ condition: "gone" }, "条件组“gone”"],
    [{ fact: "order.trackingNo", operator: "isPresent", value: false }, "没有运单号"],
    [{ fact: "ticket.createdAt", operator: "withinLast", value: "P3D" }, "创建时间 在最近 3 天"],
    [
      { fact: "ticket.createdAt", operator: "withinCalendar", value: "online" },
      "创建时间 在工作时间 在线客服",
    ],
    [
      { fact: "ticket.createdAt", operator: "before", value: "2026-11-11T20:00:00+08:00" },
      "创建时间 早于 20:00",
    ],
    [{ fact: "order.amount", operator: "between", value: [1, 500] }, "订单金额 在区间 1 到 500"],
    [
      { fact: "order.amount", operator: "greaterThan", value: { fact: "customer.annualSpend" } },
      "订单金额 > 〔年消费额〕",
    ],
    [{ fact: "ticket.status", operator: "equal", value: "on_hold" }, "状态 ＝ 挂起"],
    [
      { fact: "customer.tags", operator: "someFact:containsText", value: "黑" },
      "客户标签 事实中任一项：含 黑",
    ],
    [{ fact: "ticket.text", operator: "not:containsText", value: "急" }, "客户说的话 非 含 急"],
    [{ fact: "shop.score", operator: "newer", value: { a: 1 } }, 'shop.score newer {"a":1}'],
  ])("%j", (condition, said) => expect(zh(condition)).toBe(said));

  it("says that no condition always holds", () => {
    expect(zh(undefined)).toBe("总是");
    expect(en(undefined)).toBe("always");
  });

  it("counts what it leaves out, and stays short whatever the condition", () => {
    expect(zh({ all: ["a", "b", "c", "d", "e", "f"].map((word) => words(word)) })).toMatch(/ 等 6 项$/);
    fc.assert(
      fc.property(anyCondition, (condition) => {
        expect(zh(condition).length).toBeLessThan(40_000);
        expect(zh(condition)).not.toMatch(/undefined|\[object|conditions\./);
      }),
    );
  });
});
