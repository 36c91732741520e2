/** Who gets a ticket: danger first, then VIP, then by subject, then pre-sales by channel. */
import type { Condition } from "../conditions.ts";
import type { SluiceDocument } from "../documents/document.ts";
import type { Pool, Route, RoutingStep } from "../documents/routing.ts";

const category = (...ids: string[]): Condition => ({ fact: "ticket.category", operator: "in", value: ids });
const branch = (prefix: string): Condition => ({
  fact: "ticket.category",
  operator: "startsWith",
  value: prefix,
});
const channel = (...keys: string[]): Condition => ({ fact: "ticket.channel", operator: "in", value: keys });

const toPool = (pool: string): RoutingStep => ({ pool });
const sticky: RoutingStep = { sticky: "P7D" };
const bySkill = (group: string, skill: string, timeout: string, level = 1): RoutingStep => ({
  group,
  strategy: "skill-match",
  skills: [{ skill, level }],
  timeout,
});
const byLoad = (group: string, timeout: string): RoutingStep => ({
  group,
  strategy: "least-loaded",
  timeout,
});

const rapid: readonly Route[] = [
  {
    id: "claims",
    name: "平台介入与职业索赔",
    when: {
      all: [
        category("complaints.platform", "complaints.professional-claim", "complaints.regulator"),
        { fact: "ticket.priority", operator: "notEqual", value: "P0" },
      ],
    },
    steps: [
      bySkill("rapid", "platform-dispute", "PT2M", 3),
      bySkill("senior", "platform-dispute", "PT5M", 3),
      toPool("overflow"),
    ],
  },
  {
    id: "rapid",
    name: "快速响应小组",
    when: {
      any: [{ fact: "ticket.priority", operator: "equal", value: "P0" }, { condition: "complaint" }],
    },
    steps: [
      { group: "rapid", strategy: "least-loaded", ignoreCapacity: true, timeout: "PT2M" },
      { group: "senior", strategy: "round-robin", timeout: "PT5M" },
      toPool("overflow"),
    ],
  },
];

const bySubject: readonly Route[] = [
  {
    id: "vip",
    name: "VIP 专属",
    when: { condition: "vip" },
    steps: [
      { sticky: "P30D" },
      { group: "vip", strategy: "weighted", timeout: "PT3M" },
      byLoad("senior", "PT10M"),
      toPool("general"),
    ],
  },
  {
    id: "phone",
    name: "电话",
    when: channel("phone"),
    steps: [sticky, bySkill("phone", "phone", "PT10M"), byLoad("aftersales", "PT20M"), toPool("general")],
  },
  {
    id: "finance",
    name: "财务",
    when: branch("finance."),
    steps: [bySkill("finance", "invoice", "PT1H"), toPool("finance")],
  },
  {
    id: "payment",
    name: "支付与退款到账",
    when: category("orders.double-charge", "orders.payment-failed", "aftersales.refund-delayed"),
    steps: [sticky, bySkill("finance", "payment", "PT15M"), byLoad("aftersales", "PT15M"), toPool("general")],
  },
  {
    id: "appliance",
    name: "大家电安装与维修",
    when: category("logistics.installation", "aftersales.repair"),
    steps: [
      sticky,
      bySkill("aftersales", "appliance", "PT10M"),
      byLoad("senior", "PT20M"),
      toPool("general"),
    ],
  },
  {
    id: "price",
    name: "价保与补差",
    when: category("presales.price-protection", "aftersales.price-difference"),
    steps: [sticky, bySkill("aftersales", "price-protection", "PT10M"), toPool("general")],
  },
  {
    id: "quality",
    name: "质量与调包",
    when: category("aftersales.return-quality", "aftersales.empty-return"),
    steps: [
      sticky,
      bySkill("aftersales", "quality", "PT10M", 3),
      byLoad("senior", "PT20M"),
      toPool("general"),
    ],
  },
  {
    id: "returns",
    name: "退换货",
    when: branch("aftersales."),
    steps: [sticky, bySkill("aftersales", "returns", "PT10M"), byLoad("senior", "PT20M"), toPool("general")],
  },
  {
    id: "logistics",
    name: "物流",
    when: branch("logistics."),
    steps: [sticky, bySkill("aftersales", "logistics", "PT10M"), toPool("general")],
  },
  {
    id: "orders",
    name: "订单",
    when: branch("orders."),
    steps: [sticky, { group: "aftersales", strategy: "weighted", timeout: "PT10M" }, toPool("general")],
  },
];

const presale = (id: string, name: string, channels: readonly string[], group: string): Route => ({
  id,
  name,
  when: channel(...channels),
  steps: [
    { sticky: "P1D" },
    { group, strategy: "round-robin", timeout: "PT5M" },
    byLoad("aftersales", "PT10M"),
    toPool("general"),
  ],
});

const presales: readonly Route[] = [
  presale("presale-tmall", "售前天猫", ["taobao", "tmall"], "presale-tmall"),
  presale("presale-jd", "售前京东", ["jd"], "presale-jd"),
  presale("presale-douyin", "售前抖音", ["douyin"], "presale-douyin"),
  presale("presale-pdd", "售前拼多多", ["pdd"], "presale-pdd"),
  presale("presale-private", "私域与官网", ["wechat", "wecom", "web"], "presale-tmall"),
  {
    id: "mail",
    name: "邮件",
    when: channel("mail"),
    steps: [sticky, byLoad("aftersales", "PT2H"), toPool("general")],
  },
];

const pools: Record<string, Pool> = {
  general: {
    name: "公共领取池",
    groups: ["*"],
    claimLimit: 5,
    pick: "head",
    order: "due-first",
    warnAfter: "PT15M",
    escalateAfter: "PT1H",
    claimTimeout: "PT10M",
  },
  overflow: {
    name: "紧急领取池",
    groups: ["rapid", "senior", "vip", "aftersales"],
    claimLimit: 3,
    pick: "head",
    order: "priority-first",
    warnAfter: "PT5M",
    escalateAfter: "PT15M",
    claimTimeout: "PT5M",
  },
  finance: {
    name: "财务领取池",
    groups: ["finance"],
    claimLimit: 10,
    pick: "head",
    order: "due-first",
    warnAfter: "PT4H",
    escalateAfter: "PT8H",
    claimTimeout: "PT2H",
  },
};

export const starterRouting: SluiceDocument<"routing"> = {
  kind: "routing",
  key: "default",
  name: "默认分配",
  description: "投诉与 P0 直达快速响应；VIP 专属；售后按技能；售前按渠道；无人可接进领取池。",
  formatVersion: 1,
  spec: {
    countsAsLoad: ["new", "open"],
    onOffline: { after: "PT30M", do: "return" },
    routes: [...rapid, ...bySubject, ...presales],
    fallback: { pool: "general" },
    pools,
  },
};
