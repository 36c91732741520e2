/** The house's data: workspace, ticket fields, categories, channels and shops. */
import type { Channel, Settings, Shop, TicketField } from "../settings.ts";
import { starterCategories } from "./categories.ts";

const channels: readonly Channel[] = [
  { key: "taobao", label: { zh: "淘宝旺旺", en: "Taobao" }, kind: "chat" },
  { key: "tmall", label: { zh: "天猫旺旺", en: "Tmall" }, kind: "chat" },
  { key: "jd", label: { zh: "京东咚咚", en: "JD" }, kind: "chat" },
  { key: "pdd", label: { zh: "拼多多", en: "Pinduoduo" }, kind: "chat" },
  { key: "douyin", label: { zh: "抖音飞鸽", en: "Douyin" }, kind: "chat" },
  { key: "wechat", label: { zh: "微信", en: "WeChat" }, kind: "chat" },
  { key: "wecom", label: { zh: "企业微信", en: "WeCom" }, kind: "chat" },
  { key: "web", label: { zh: "官网在线", en: "Web chat" }, kind: "chat" },
  { key: "phone", label: { zh: "电话", en: "Phone" }, kind: "ticket" },
  { key: "mail", label: { zh: "邮件", en: "Mail" }, kind: "ticket" },
];

const shops: readonly Shop[] = [
  { key: "tmall-flagship", label: { zh: "天猫旗舰店", en: "Tmall flagship" }, channel: "tmall" },
  { key: "taobao-outlet", label: { zh: "淘宝折扣店", en: "Taobao outlet" }, channel: "taobao" },
  { key: "jd-flagship", label: { zh: "京东旗舰店", en: "JD flagship" }, channel: "jd" },
  { key: "pdd-flagship", label: { zh: "拼多多旗舰店", en: "Pinduoduo flagship" }, channel: "pdd" },
  { key: "douyin-live", label: { zh: "抖音直播间", en: "Douyin live shop" }, channel: "douyin" },
  { key: "wechat-mini", label: { zh: "微信小程序商城", en: "WeChat mini shop" }, channel: "wechat" },
];

const option = (value: string, zh: string, en: string) => ({ value, label: { zh, en } });

const fields: readonly TicketField[] = [
  { key: "platformDue", type: "instant", label: { zh: "平台处理截止时间", en: "Platform deadline" } },
  { key: "refundAmount", type: "number", label: { zh: "退款金额（元）", en: "Refund amount (yuan)" } },
  { key: "refundReason", type: "text", label: { zh: "退款原因", en: "Refund reason" } },
  { key: "compensation", type: "number", label: { zh: "赔付金额（元）", en: "Compensation (yuan)" } },
  { key: "priceDifference", type: "number", label: { zh: "差价（元）", en: "Price difference (yuan)" } },
  { key: "carrier", type: "text", label: { zh: "快递公司", en: "Carrier" } },
  { key: "trackingNo", type: "text", label: { zh: "运单号", en: "Tracking number" } },
  { key: "invoiceTitle", type: "text", label: { zh: "发票抬头", en: "Invoice title" } },
  { key: "taxNo", type: "text", label: { zh: "税号", en: "Tax number" } },
  {
    key: "rootCause",
    type: "select",
    label: { zh: "问题根因", en: "Root cause" },
    options: [
      option("product", "商品质量", "Product"),
      option("description", "描述不符", "Description"),
      option("warehouse", "仓库发货", "Warehouse"),
      option("carrier", "快递", "Carrier"),
      option("promotion", "活动规则", "Promotion"),
      option("system", "系统故障", "System"),
      option("service", "客服服务", "Service"),
      option("customer", "客户原因", "Customer"),
    ],
  },
  {
    key: "risk",
    type: "select",
    label: { zh: "风险类型", en: "Risk" },
    options: [
      option("regulator", "监管投诉", "Regulator"),
      option("publicity", "舆情", "Publicity"),
      option("legal", "法律", "Legal"),
      option("injury", "人身伤害", "Injury"),
    ],
  },
];

/** Settings of a fresh house. */
export const starterSettings: Settings = {
  workspace: { name: "电商客服中心", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields,
  categories: starterCategories,
  channels,
  shops,
};
