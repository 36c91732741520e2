/** Tags across all categories: who writes, how, and what it is worth. They give no category. */
import type { Condition } from "../../conditions.ts";
import { type RuleText, says } from "./rule.ts";

const refundTalk: Condition = says("退款 退货 退钱 赔偿 退差价 仅退款");

const customerSignals: readonly RuleText[] = [
  {
    id: "vip",
    name: "VIP 客户",
    also: [{ condition: "vip" }],
    gives: { priority: "P2", addTags: ["VIP"] },
  },
  {
    id: "big-order",
    name: "大额订单",
    also: [{ condition: "big-order" }],
    gives: { addTags: ["大额订单"] },
  },
  {
    id: "big-refund",
    name: "大额退款",
    also: [{ condition: "big-order" }, refundTalk],
    gives: { priority: "P2", addTags: ["大额退款"] },
  },
  {
    id: "repeat-contact",
    name: "反复进线",
    also: [{ condition: "repeat-contact" }],
    gives: { priority: "P2", addTags: ["反复进线"] },
  },
  {
    id: "wholesale",
    name: "企业与批量采购",
    words: "批发 批量 大量要 公司采购 企业采购 团购 采购 多买 要100 要50 福利采购 代理 加盟 拿货 员工福利",
    unless: "团购价",
    gives: { addTags: ["大客户线索"] },
  },
];

const moodSignals: readonly RuleText[] = [
  { id: "upset", name: "情绪激动", also: [{ condition: "upset" }], gives: { addTags: ["情绪激动"] } },
  {
    id: "hurry",
    name: "着急",
    words:
      "急急急 很急 着急 急用 加急 等着用 赶时间 来不及 十万火急 快点回 快回复 在线等 速回 马上要用 急！ 急! 急死",
    gives: { addTags: ["加急"] },
  },
  {
    id: "occasion",
    name: "赶日子",
    words:
      "婚礼 结婚要用 生日要用 生日当天 送人的 送礼用 过年要用 出差要用 明天要用 后天要用 演出要用 考试要用 搬家要用",
    gives: { addTags: ["加急", "送礼场景"] },
  },
  {
    id: "unanswered",
    name: "追问无回应",
    words:
      "人呢 在不在 怎么不回 不回我 没人吗 有人吗 回话 回复我 说话啊 说话呀 等半天 等了半天 等了一天 还在吗 回一下",
    gives: { addTags: ["追问"] },
  },
  {
    id: "asks-human",
    name: "要求人工",
    words: "转人工 人工客服 人工服务 要人工 找人工 真人 不要机器人 是机器人吗 人工！ 接人工",
    gives: { addTags: ["要求人工"] },
  },
  {
    id: "greeting",
    name: "只打招呼",
    words: "在吗 在么 在嘛 在不 你好 您好 哈喽 hello 亲在 亲亲 客服在 有人在",
    gives: { addTags: ["打招呼"] },
  },
];

const contextSignals: readonly RuleText[] = [
  {
    id: "baby",
    name: "母婴",
    words: "宝宝 婴儿 孕妇 怀孕 新生儿 奶粉 尿不湿 纸尿裤 孩子吃 孩子用 小孩用 哺乳",
    gives: { addTags: ["母婴"] },
  },
  {
    id: "elderly",
    name: "长辈使用",
    words: "给我妈 给我爸 给爸妈 给老人 老人用 爷爷 奶奶 外婆 姥姥 老人家 我母亲 我父亲",
    gives: { addTags: ["长辈"] },
  },
  {
    id: "live-room",
    name: "直播间",
    words: "直播间 直播 主播 直播说 直播价 小黄车 直播下单 直播买 主播说",
    gives: { addTags: ["直播"] },
  },
  {
    id: "evidence",
    name: "有图有视频",
    words: "发图片 发图 看图 拍照 图片给你 视频给你 拍了视频 开箱视频 照片 截图 如图",
    gives: { addTags: ["有凭证"] },
  },
  {
    id: "overseas",
    name: "港澳台与海外",
    words: "香港 澳门 台湾 海外 国外 清关 海关 转运 关税 保税 身份证上传 实名认证",
    gives: { addTags: ["跨境"] },
  },
  {
    id: "appliance",
    name: "大家电",
    words: "冰箱 洗衣机 空调 电视 热水器 油烟机 燃气灶 洗碗机 烘干机 净水器 跑步机 床垫 沙发",
    gives: { addTags: ["大家电"] },
  },
  {
    id: "instalment",
    name: "分期与花呗",
    words: "花呗 白条 分期 免息 信用卡 月付 先用后付 先享后付",
    gives: { addTags: ["分期"] },
  },
  {
    id: "refund-talk",
    name: "提到退换",
    also: [says("退款 退货 换货 退钱 退掉 换一个 换一件")],
    gives: { addTags: ["退换货"] },
  },
  {
    id: "invoice-talk",
    name: "提到发票",
    words: "发票 专票 普票 fapiao",
    gives: { addTags: ["发票问题"] },
  },
  {
    id: "parcel-talk",
    name: "提到快递",
    words: "快递 物流 包裹 驿站 菜鸟 顺丰 中通 圆通 申通 韵达 极兔 京东快递 邮政",
    unless: "发什么快递 用什么快递 哪个快递 能发顺丰 发顺丰吗",
    gives: { addTags: ["物流相关"] },
  },
  {
    id: "order-number",
    name: "带订单号",
    also: [{ fact: "ticket.text", operator: "matches", value: "[0-9]{12,24}|[0-9]{6}-[0-9]{15}" }],
    gives: { addTags: ["带订单号"] },
  },
  {
    id: "english",
    name: "英文来信",
    also: [
      {
        fact: "ticket.text",
        operator: "matches",
        value: "(?i)\\b(?:order|refund|delivery|package|when|where)\\b",
      },
      { not: { fact: "ticket.text", operator: "matches", value: "\\p{Han}" } },
    ],
    gives: { addTags: ["英文"] },
  },
  {
    id: "english-refund",
    name: "英文退款",
    words: "refund return money chargeback",
    also: [{ not: { fact: "ticket.text", operator: "matches", value: "\\p{Han}" } }],
    gives: { category: "aftersales.return-7days", priority: "P3", addTags: ["退换货"] },
  },
  {
    id: "english-parcel",
    name: "英文物流",
    words: "package parcel delivery shipped tracking arrive arrived",
    also: [{ not: { fact: "ticket.text", operator: "matches", value: "\\p{Han}" } }],
    gives: { category: "logistics.stalled", priority: "P3", addTags: ["物流查询"] },
  },
  {
    id: "on-platform-clock",
    name: "平台计时中",
    also: [{ fact: "ticket.fields.platformDue", operator: "isPresent", value: true }],
    gives: { priority: "P2", addTags: ["平台计时"] },
  },
];

export const signalRules: readonly RuleText[] = [...customerSignals, ...moodSignals, ...contextSignals];
