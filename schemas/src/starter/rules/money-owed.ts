/** Money that the customer waits for: it stands before logistics, since 什么时候到账 contains 什么时候到. */
import type { RuleText } from "./rule.ts";

export const moneyOwedRules: readonly RuleText[] = [
  {
    id: "double-charge",
    name: "重复扣款",
    words: `重复扣款 扣了两次 扣两次 扣了2次 多扣 扣了双份 付了两次 付了两遍 重复付款 重复支付 扣了钱 扣款了 钱扣了 多付了
      扣了两笔 两笔扣款 被扣了两 扣了2笔 两笔一样 扣多了`,
    gives: { category: "orders.double-charge", priority: "P2", addTags: ["支付异常"] },
  },
  {
    id: "refund-delayed",
    name: "退款未到账",
    words: `退款没到 退款未到 退款还没到 没收到退款 退款没收到 退款到哪 退款进度 退款多久 退款几天 退款什么时候 退款啥时候
      什么时候退款 啥时候退款 多久退款 几天退款 还没退款 还不退款 怎么还没退 怎么还不退 还没退钱 还不退钱 钱还没退 钱还没到
      钱怎么还没 钱没到账 到账 没退给我 不给退 退款呢 我的退款 催退款 退款慢 尚未退款 钱呢 把钱退 钱退给我 什么时候把钱 还钱
      我的钱 钱什么时候 退的钱 退钱慢 不给钱 没到账`,
    unless: "积分到账 积分没到账 返现到账 红包到账 还没退货",
    gives: { category: "aftersales.refund-delayed", priority: "P2", addTags: ["退款", "催退款"] },
  },
  {
    id: "freight-insurance",
    name: "运费险",
    words: `运费险 退货运费 退货邮费 寄回运费 邮费谁 运费谁 谁出运费 谁出邮费 运费你们 邮费你们 报销运费 运费补 退运费 运费险没
      垫付的运费 出运费 垫的邮费 自己垫 邮费怎么 运费怎么 邮费报 运费给 快递费 寄回的钱 邮费`,
    unless: `邮费多少 要邮费吗 换大 换小 换货 换一`,
    gives: { category: "aftersales.freight-insurance", priority: "P3", addTags: ["运费险", "退换货"] },
  },
  {
    id: "empty-return",
    name: "空包调包",
    words: `空包 调包 掉包 空盒子 收到空 里面是空 里面没东西 里面什么都没有 被换了 寄回来的不是 退回的不是 一块砖 石头 旧的退
      是空的 空的！ 全空 里面空 块砖 砖头`,
    unless: "石头剪刀布 石头纹 天然石头",
    gives: { category: "aftersales.empty-return", priority: "P2", addTags: ["空包调包", "退换货"] },
  },
];
