import type { Decision } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { Language } from "../app/preferences.ts";
import { formatInstant } from "../format/instant.ts";
import { languageInstance } from "../messages/language.ts";
import { decisionSentence } from "./decision-sentence.ts";
import { createNames } from "./names.ts";

const now = Date.parse("2026-11-11T02:00:00Z");

function sentence(decision: Decision, language: Language): string {
  const t = languageInstance(language).t;
  const names = createNames(
    {
      groups: [{ key: "aftersales", label: { zh: "售后组", en: "After-sales" } }],
      categories: [{ id: "aftersales.return", label: { zh: "退换货", en: "Returns" } }],
    },
    t,
    language,
  );
  const instant = (at: number | string) => formatInstant(at, language, "Asia/Shanghai", now);
  return decisionSentence(decision, { t, names, instant });
}

const refund: Decision = {
  kind: "classification",
  ref: { kind: "classification", key: "default", revision: 12 },
  matched: [
    {
      id: "refund",
      name: "退换货",
      gave: { category: "aftersales.return", priority: "P2", addTags: ["退货"] },
      because: [
        {
          type: "leaf",
          fact: "ticket.text",
          operator: "containsAnyText",
          expected: ["退款", "退货"],
          actual: "我要退款",
          result: true,
          matches: [{ keyword: "退款", start: 2, end: 4 }],
        },
        {
          type: "leaf",
          fact: "order.amount",
          operator: "lessThanInclusive",
          expected: 500,
          actual: 199,
          result: true,
        },
      ],
    },
  ],
  outcome: { category: "aftersales.return", priority: "P2", tags: ["退货"], fields: {} },
  sources: { category: "refund", priority: "refund", tags: { 退货: "refund" }, fields: {} },
  at: now,
};

describe("classification", () => {
  it("names the words found, the rule, its revision and what it gave", () => {
    expect(sentence(refund, "zh-CN")).toBe(
      "因为内容含“退款”且订单金额 199 ≤ 500，规则《退换货》v12 给出 分类“退换货”，P2，标签 退货",
    );
    expect(sentence(refund, "en")).toBe(
      "Because text contains “退款” and order amount 199 ≤ 500, rule “退换货” v12 gave category “Returns”, P2, tags 退货",
    );
  });

  it("names the rules that decided, counts the others, and leaves out what merely had to fail", () => {
    const [rule] = refund.kind === "classification" ? refund.matched : [];
    if (rule === undefined) throw new Error("no rule");
    const failing = {
      ...rule.because[0],
      type: "leaf",
      matches: [],
      result: false,
    } as (typeof rule.because)[number];
    const other = (id: string) => ({ id, name: id, gave: { addTags: [id] }, because: [failing] });
    const decision = { ...refund, matched: [other("x"), other("y"), rule] } as Decision;
    expect(sentence(decision, "zh-CN")).toBe(
      "因为内容含“退款”且订单金额 199 ≤ 500，规则《退换货》v12 给出 分类“退换货”，P2，标签 退货；规则《x》v12 给出 标签 x；另有 1 条规则命中",
    );
  });

  it("says what the default and the caller gave when no rule did", () => {
    const decision: Decision = {
      ...refund,
      matched: [],
      outcome: { category: "presales.other", priority: "P1", tags: [], fields: {} },
      sources: { category: "otherwise", priority: "caller", tags: {}, fields: {} },
    };
    expect(sentence(decision, "zh-CN")).toBe(
      "没有规则命中（《default》v12）；默认值给出 分类“presales.other”；P1 由进线时指定",
    );
  });
});

describe("sla", () => {
  const clock = {
    clock: "firstResponse:1",
    metric: "firstResponse",
    change: "started",
    target: { type: "open", ms: 1_800_000, text: "PT30M" },
    calendar: "online",
    due: now + 1_800_000,
    elapsedMs: 0,
    tiers: ["standard"],
  } as const;
  const sla = (change: object): Decision => ({
    kind: "sla",
    ref: { kind: "sla", key: "default", revision: 3 },
    clocks: [{ ...clock, ...change }],
    at: now,
  });

  it("says target and due in the workspace's zone", () => {
    expect(sentence(sla({}), "zh-CN")).toBe("首次响应开始计时：目标 30 分，10:30 到期");
    expect(sentence(sla({}), "en")).toBe("First response started: target 30 min, due 10:30");
  });

  it("shows both dues of a retarget", () => {
    const moved = sla({ change: "retargeted", previousDue: now + 3_600_000 });
    expect(sentence(moved, "zh-CN")).toBe("首次响应目标改为 30 分，11:00 → 10:30 到期");
  });
});

describe("routing", () => {
  const routing = (change: object): Decision => ({
    kind: "routing",
    ref: { kind: "routing", key: "default", revision: 1 },
    route: "returns",
    step: 1,
    outcome: { type: "waiting", group: "aftersales", timeoutAt: now + 600_000 },
    considered: [],
    cause: "route",
    at: now,
    ...change,
  });

  it("says who was chosen, how and why now", () => {
    const decision = routing({
      outcome: { type: "assigned", agent: "a7", group: "aftersales" },
      strategy: "skill-match",
      cause: "drain",
    });
    expect(sentence(decision, "zh-CN")).toBe("分配给 a7：路线《returns》第 2 步，技能匹配（有人空闲）");
  });

  it("names no route where a person decided", () => {
    const outcome = { type: "assigned", agent: "a7", group: null };
    const decided = { outcome, route: "(manual)", step: 0 };
    expect(sentence(routing({ ...decided, cause: "manual" }), "zh-CN")).toBe("人工指定给 a7");
    expect(sentence(routing({ ...decided, cause: "claim" }), "en")).toBe("Claimed by a7");
  });

  it("says whom it waits for and until when", () => {
    expect(sentence(routing({}), "zh-CN")).toBe(
      "售后组 暂无可接的人，在路线《returns》第 2 步等待，10:10 后转下一步",
    );
  });
});
