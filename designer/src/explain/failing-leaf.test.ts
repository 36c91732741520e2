import { compileConditions } from "@sluice/engine";
import type { Condition } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { languageInstance } from "../messages/language.ts";
import { failingLeaf } from "./failing-leaf.ts";
import { missText } from "./miss-text.ts";
import { createNames } from "./names.ts";

const { t } = languageInstance("zh-CN");
const names = createNames({}, t, "zh-CN");
const says = (...value: string[]): Condition => ({ fact: "ticket.text", operator: "containsAnyText", value });
const amount: Condition = { fact: "order.amount", operator: "greaterThan", value: 500 };
const segments = { vip: { fact: "customer.tier", operator: "equal", value: "vip" } };

/** Why the engine says that a condition failed, in words. */
function why(when: Condition): string | undefined {
  const facts = { "ticket.text": "我不退款", "order.amount": 199 };
  const failing = failingLeaf(compileConditions(when, { segments }).explain(facts));
  return failing && missText(failing, { t, names, segment: (key) => key.toUpperCase() });
}

describe("the failing part", () => {
  it("is the first that failed of those that all must hold", () => {
    expect(why({ all: [says("退款"), amount] })).toBe("订单金额是 199，要 > 500");
    expect(why({ all: [says("甲", "乙", "丙", "丁"), amount] })).toBe("不含 甲、乙、丙…");
  });

  it("is one that held, under a not", () => {
    expect(why({ all: [says("退款"), { not: says("不退") }] })).toBe("已内容含“不退”");
    expect(why({ not: { any: [says("x"), says("退款")] } })).toBe("已内容含“退款”");
  });

  it("is a segment by its name", () => {
    expect(why({ condition: "vip" })).toBe("不属于“VIP”");
  });

  it("is nothing where the condition held", () => {
    expect(why({ any: [amount, says("退款")] })).toBeUndefined();
    expect(why({ not: { not: says("退款") } })).toBeUndefined();
  });
});
