import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../../../client/types.ts";
import { createNames } from "../../../explain/names.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { languageInstance } from "../../../messages/language.ts";
import { eventSentence } from "./event-sentence.ts";
import { logSentence } from "./log-sentence.ts";

const t = languageInstance("zh-CN").t;
const context: SentenceContext = { t, names: createNames({}, t, "zh-CN"), instant: String };
const item = (change: Partial<TimelineItem>): TimelineItem => ({
  id: "e1",
  seq: 1,
  type: "timer",
  at: "2026-11-11T00:00:00Z",
  actor: { type: "agent", id: "a1" },
  data: {},
  decisions: [],
  log: [],
  ...change,
});

describe("events", () => {
  it("tells a note from a reply, and shows the words", () => {
    const message = { author: "agent", text: "请核对", public: false };
    const note = item({ type: "message.received", data: { message } });
    expect(eventSentence(note, "jd", context)).toEqual({
      headline: "a1 写了备注",
      body: "请核对",
      internal: true,
    });
    const reply = item({ type: "message.received", data: { message: { ...message, public: true } } });
    expect(eventSentence(reply, "jd", context).headline).toBe("a1 回复");
  });

  it("says what was changed", () => {
    const changes = { status: "resolved", stage: null, addTags: ["退款"], fields: { reason: "破损" } };
    expect(eventSentence(item({ type: "ticket.updated", data: { changes } }), "jd", context).headline).toBe(
      "a1 修改：状态 → 已解决，阶段 → 未设置，加标签 退款，reason → 破损",
    );
  });

  it("knows an event by either form of its name, and shows an unknown one by its type", () => {
    const claims = ["ticket.claim", "ticket.claimed"].map((type) =>
      item({ type, data: { pool: "general" } }),
    );
    expect(claims.map((claim) => eventSentence(claim, "jd", context).headline)).toEqual([
      "a1 从 general 领取",
      "a1 从 general 领取",
    ]);
    expect(eventSentence(item({ type: "plugin.thing" }), "jd", context).headline).toBe("plugin.thing");
  });
});

describe("log lines", () => {
  it("shows a card, and how late it came", () => {
    const line = {
      type: "reminder",
      reminder: "red",
      metric: "firstResponse",
      card: "red",
      lateByMs: 120_000,
    };
    expect(logSentence(line, context)).toEqual({ text: "红牌：首次响应已到时限（晚 2 分）", tone: "red" });
  });

  it("shows what a workflow set, but not what a person's event already says", () => {
    const changes = { stage: [null, "待仓库收货"], category: [null, "x"] };
    expect(logSentence({ type: "changed", workflow: "returns", changes }, context)?.text).toBe(
      "阶段 → 待仓库收货",
    );
    expect(logSentence({ type: "changed", changes }, context)).toBeNull();
  });

  it("leaves out what it does not know", () => {
    expect(logSentence({ type: "routed", cause: "route" }, context)).toBeNull();
  });
});
