/**
 * Clocks that the platforms themselves run, as dated presets to copy into a policy and edit.
 * Platforms change these rules often and differ by category and shop level: every preset is to be
 * verified against the linked rule before it is relied on.
 */
import type { Duration, Label } from "../primitives.ts";

export interface PlatformClockPreset {
  readonly id: string;
  readonly platform: string;
  /** Channel keys it speaks of; empty = all. */
  readonly channels: readonly string[];
  readonly label: Label;
  /** What runs: from which event to which. */
  readonly measures: Label;
  readonly target: Duration;
  readonly note: Label;
  readonly url: string;
  /** The day for which the value was written down. */
  readonly asOf: string;
  /** Always true: the house must confirm the value itself. */
  readonly verify: true;
}

const asOf = "2025-11-01";
const reply: Label = { zh: "买家消息 → 人工回复", en: "customer message → human reply" };

const preset = (item: Omit<PlatformClockPreset, "asOf" | "verify">): PlatformClockPreset => ({
  ...item,
  asOf,
  verify: true,
});

export const platformClockPresets: readonly PlatformClockPreset[] = [
  preset({
    id: "wangwang-3-minutes",
    platform: "taobao",
    channels: ["taobao", "tmall"],
    label: { zh: "旺旺 3 分钟回复率", en: "Wangwang 3-minute reply rate" },
    measures: reply,
    target: "PT3M",
    note: {
      zh: "按比例考核，夜间是否计入以规则为准。",
      en: "Judged as a rate; whether nights count is in the rule.",
    },
    url: "https://rule.taobao.com/",
  }),
  preset({
    id: "dongdong-30-seconds",
    platform: "jd",
    channels: ["jd"],
    label: { zh: "咚咚 30 秒应答率", en: "Dongdong 30-second answer rate" },
    measures: reply,
    target: "PT30S",
    note: { zh: "只看首次人工应答。", en: "First human answer only." },
    url: "https://rule.jd.com/",
  }),
  preset({
    id: "feige-3-minutes",
    platform: "douyin",
    channels: ["douyin"],
    label: { zh: "飞鸽 3 分钟人工回复率", en: "Feige 3-minute human reply rate" },
    measures: reply,
    target: "PT3M",
    note: { zh: "机器人回复不算。", en: "Replies of a bot do not count." },
    url: "https://school.jinritemai.com/",
  }),
  preset({
    id: "pdd-5-minutes",
    platform: "pdd",
    channels: ["pdd"],
    label: { zh: "拼多多 5 分钟回复率", en: "Pinduoduo 5-minute reply rate" },
    measures: reply,
    target: "PT5M",
    note: { zh: "考核时段一般为 8:00–23:00。", en: "Usually judged from 8:00 to 23:00." },
    url: "https://mms.pinduoduo.com/",
  }),
  preset({
    id: "wechat-shop-48-hours",
    platform: "wechat",
    channels: ["wechat"],
    label: { zh: "微信小店售后 48 小时", en: "WeChat shop after-sale 48 hours" },
    measures: { zh: "售后申请 → 商家处理", en: "after-sale request → the shop's decision" },
    target: "PT48H",
    note: { zh: "逾期系统可能自动同意退款。", en: "After it the platform may grant the refund by itself." },
    url: "https://store.weixin.qq.com/",
  }),
  preset({
    id: "mini-program-messages",
    platform: "wechat",
    channels: ["wechat"],
    label: { zh: "小程序客服消息 48 小时窗口", en: "Mini-program messages: 48-hour window" },
    measures: { zh: "用户消息 → 可主动下发的截止", en: "customer message → last moment to answer" },
    target: "PT48H",
    note: {
      zh: "用户每发一条消息，48 小时内最多可下发 5 条。",
      en: "At most 5 messages per customer message within 48 hours.",
    },
    url: "https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/customer-message/customer-message.html",
  }),
  preset({
    id: "seven-days-return",
    platform: "law",
    channels: [],
    label: { zh: "七天无理由退货", en: "Seven-day return" },
    measures: { zh: "签收 → 申请退货", en: "receipt → request to return" },
    target: "PT168H",
    note: {
      zh: "《消费者权益保护法》第二十五条：自收到商品之日起七日内；定制、鲜活易腐等除外。",
      en: "Consumer protection law, article 25: within seven days of receipt; made-to-order and perishable goods excepted.",
    },
    url: "https://flk.npc.gov.cn/",
  }),
];
