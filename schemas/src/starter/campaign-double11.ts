/**
 * 双11 2026: five phases from the opening evening to the end of price protection (D+15).
 * Ordinary enquiries get longer; P0/P1, refunds, complaints, invoices, VIP, mail, phone and the seconds of a chat stay.
 */
import type { Condition } from "../conditions.ts";
import type { Announcement, CampaignPhase, SlaOverlay } from "../documents/campaign.ts";
import type { ClassificationRule } from "../documents/classification.ts";
import type { SluiceDocument } from "../documents/document.ts";
import { starterPeople } from "./people.ts";
import { type RuleText, toRule } from "./rules/rule.ts";

/** Whose promise stays as it is: complaints, refunds, VIP, invoices, and the channels that have targets of their own. */
const unchanged = {
  any: [
    { condition: "complaint" },
    { condition: "vip" },
    { fact: "ticket.channel", operator: "in", value: ["mail", "phone"] },
    {
      fact: "ticket.category",
      operator: "in",
      value: [
        "aftersales.refund-unshipped",
        "aftersales.refund-only",
        "aftersales.refund-delayed",
        "finance.e-invoice",
        "finance.vat-invoice",
        "finance.invoice-change",
      ],
    },
  ],
} satisfies Condition;

const edges = { inFlight: "keep", onEnd: "keep" } as const;

/** What is answered in a conversation window is still answered in seconds; only its resolution may take longer. */
const slower: readonly SlaOverlay[] = [
  {
    policy: "default",
    when: { not: { any: [{ condition: "chat-channels" }, ...unchanged.any] } },
    targets: { P2: { firstResponse: "PT1H" }, P3: { firstResponse: "PT4H" } },
    ...edges,
  },
  {
    policy: "default",
    when: { not: unchanged },
    targets: { P2: { resolution: "PT36H" }, P3: { resolution: "P5D" } },
    ...edges,
  },
];

/** 8 chats become 12 (capacities are rounded down), 25 tickets 40. */
const capacity = Object.fromEntries(starterPeople.groups.map(({ key }) => [key, 1.6]));
const members = { rapid: ["a12", "a14", "a18"] };

const saleRules = (texts: readonly RuleText[]): ClassificationRule[] => texts.map(toRule);

const openingRules = saleRules([
  {
    id: "double11-balance",
    name: "双11 尾款",
    words: "尾款 付不了 付不上 尾款多少 忘付 定金 膨胀",
    gives: { category: "presales.deposit", priority: "P2", addTags: ["双11", "定金尾款"] },
  },
  {
    id: "double11-rules",
    name: "双11 活动规则",
    words: "满减 跨店 凑单 津贴 红包 优惠没减 没优惠 少减了 价格不对",
    gives: { category: "presales.promotion", priority: "P3", addTags: ["双11", "活动咨询"] },
  },
]);

const shippingRules = saleRules([
  {
    id: "double11-urge",
    name: "双11 催发货",
    words: "还没发 没发货 不发货 什么时候发 催发货 啥时候发",
    gives: { addTags: ["双11", "催发货"] },
  },
]);

const returnRules = saleRules([
  {
    id: "double11-return",
    name: "双11 退货",
    words: "退货 退款 换货 不想要 退掉",
    gives: { addTags: ["双11", "退换货"] },
  },
]);

const priceRules = saleRules([
  {
    id: "double11-price",
    name: "双11 价保",
    words: "价保 保价 价格保护 降价了 便宜了 差价 买贵",
    gives: { category: "presales.price-protection", priority: "P3", addTags: ["双11", "价保补差"] },
  },
]);

type Span = readonly [id: string, name: string, from: string, until: string];

const phase = (
  [id, name, from, until]: Span,
  announcement: Announcement,
  prepend: ClassificationRule[],
): CampaignPhase => ({
  id,
  name,
  from: `${from}:00+08:00`,
  until: `${until}:00+08:00`,
  sla: [...slower],
  classification: [{ ruleset: "default", prepend }],
  routing: [{ policy: "default", capacity, members }],
  workflows: ["double11-autoreply"],
  announcement,
});

const phases: CampaignPhase[] = [
  phase(
    ["presale", "预售尾款", "2026-11-10T20:00", "2026-11-11T00:00"],
    {
      "zh-CN": "双11咨询量较大，普通咨询4小时内回复；退款、投诉时效不变。",
      en: "We are very busy on Double 11: ordinary questions are answered within 4 hours; refunds and complaints as always.",
    },
    openingRules,
  ),
  phase(
    ["opening", "开售", "2026-11-11T00:00", "2026-11-12T00:00"],
    {
      "zh-CN": "双11开售，咨询量较大，普通咨询4小时内回复；退款、投诉时效不变。",
      en: "Double 11 is open: ordinary questions are answered within 4 hours; refunds and complaints as always.",
    },
    openingRules,
  ),
  phase(
    ["shipping", "发货高峰", "2026-11-12T00:00", "2026-11-16T00:00"],
    {
      "zh-CN": "双11订单正在加急打包，物流可能延迟1–3天，普通咨询4小时内回复；退款、投诉时效不变。",
      en: "Parcels may take 1–3 days longer; ordinary questions are answered within 4 hours; refunds and complaints as always.",
    },
    shippingRules,
  ),
  phase(
    ["returns", "退货高峰", "2026-11-16T00:00", "2026-11-21T00:00"],
    {
      "zh-CN": "退换货较多，仓库验收需1–3天，普通咨询4小时内回复；退款、投诉时效不变。",
      en: "Returned parcels take 1–3 days to inspect; ordinary questions are answered within 4 hours; refunds and complaints as always.",
    },
    returnRules,
  ),
  phase(
    ["price-protection", "价保", "2026-11-21T00:00", "2026-11-26T00:00"],
    {
      "zh-CN": "双11价保期至11月25日24点，价保申请会逐一处理，普通咨询4小时内回复；退款、投诉时效不变。",
      en: "Price protection lasts until the end of 25 November; ordinary questions are answered within 4 hours; refunds and complaints as always.",
    },
    priceRules,
  ),
];

export const double11Campaign: SluiceDocument<"campaign"> = {
  kind: "campaign",
  key: "double11-2026",
  name: "双11 大促",
  description:
    "11 月 10 日 20:00 至 26 日 0:00。P0、P1、退款、投诉、发票和 VIP 不变，聊天仍 30 秒接待；平台时限不变；每人容量加六成，快速响应小组扩编。",
  formatVersion: 1,
  spec: {
    from: "2026-11-10T20:00:00+08:00",
    until: "2026-11-26T00:00:00+08:00",
    precedence: 10,
    phases,
  },
};
