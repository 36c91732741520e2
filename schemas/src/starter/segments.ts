/** Named conditions that several documents of the pack share. */
import type { Condition } from "../conditions.ts";
import type { SluiceDocument } from "../documents/document.ts";

const segment = (
  key: string,
  name: string,
  description: string,
  when: Condition,
): SluiceDocument<"segment"> => ({
  kind: "segment",
  key,
  name,
  description,
  formatVersion: 1,
  spec: { when },
});

/** Every channel on which the customer waits in a conversation window. */
const chatChannels = ["taobao", "tmall", "jd", "pdd", "douyin", "wechat", "wecom", "web"] as const;

export const starterSegments: readonly SluiceDocument<"segment">[] = [
  segment("vip", "VIP 客户", "会员等级为 VIP 以上，或近一年消费满 2 万元。", {
    any: [
      { fact: "customer.tier", operator: "in", value: ["vip", "svip", "black", "VIP", "SVIP"] },
      { fact: "customer.annualSpend", operator: "greaterThanInclusive", value: 20_000 },
      { fact: "customer.tags", operator: "intersects", value: ["VIP", "大客户"] },
    ],
  }),
  segment("big-order", "大额订单", "订单金额 5000 元以上。", {
    fact: "order.amount",
    operator: "greaterThanInclusive",
    value: 5_000,
  }),
  segment("chat-channels", "聊天渠道", "客户在会话窗口里等回复的渠道。", {
    fact: "ticket.channel",
    operator: "in",
    value: [...chatChannels],
  }),
  segment("complaint", "投诉类", "分类属于投诉。", {
    fact: "ticket.category",
    operator: "startsWith",
    value: "complaints.",
  }),
  segment("repeat-contact", "反复进线", "工单被重开两次以上，或同一客户有三张以上未结工单。", {
    any: [
      { fact: "ticket.reopenCount", operator: "greaterThanInclusive", value: 2 },
      { fact: "customer.openTickets", operator: "greaterThanInclusive", value: 3 },
    ],
  }),
  segment("upset", "情绪激动", "措辞激烈，优先安抚。", {
    fact: "ticket.text",
    operator: "containsAnyText",
    value: ["太差了", "垃圾", "骗子", "气死", "无语", "坑人", "什么玩意", "再也不买", "忍无可忍", "黑店"],
  }),
];
