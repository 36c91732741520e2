/** Returns, refunds, exchanges and repairs. */
import type { RuleText } from "./rule.ts";

export const aftersalesRules: readonly RuleText[] = [
  {
    id: "price-difference",
    name: "补差价",
    words: `补差价 退差价 退我差价 差价 刚买就降价 买完就降价 买了就降价 买完就便宜 降价了 便宜了 比我买的时候便宜 贵了 买贵
      价格变低 怎么降价`,
    unless: "价保 保价 价格保护 保不保价",
    gives: { category: "aftersales.price-difference", priority: "P3", addTags: ["价保补差"] },
  },
  {
    id: "repair",
    name: "维修",
    words: `维修 返修 保修 修一下 能修吗 怎么修 报修 售后点 维修点 换屏 换电池 质保 三包 过保 保修期 寄修 开不了机 不通电
      充不进电 充不上电 不制冷 不制热 不工作 没反应 死机 黑屏 花屏 蓝屏 能修不 能修 修好 修理 送修 坏了能修 不转 不亮
      连不上 充电慢`,
    unless: "保修吗 质保多久 质保几年 保修几年 保修多久",
    gives: { category: "aftersales.repair", priority: "P2", addTags: ["维修"] },
  },
  {
    id: "exchange",
    name: "换货",
    words: `换货 想换 要换 换一件 换一个 换一双 换大一码 换小一码 换大一号 换小一号 换个码 换码 换个颜色 换颜色 换尺码 换新
      能换吗 可以换吗 帮我换 调换 大了换 小了换 换个大 换个小 给我换 换大 换小 换成 换掉 重新发 补发 再发一`,
    unless: `以旧换新 换手机号 换绑 换快递 换地址 换个快递 换客服 换个客服 换收货地址 换成白的，还没发 没发货 还没发 拍的是 没发`,
    gives: { category: "aftersales.exchange", priority: "P3", addTags: ["退换货", "换货"] },
  },
  {
    id: "return-quality",
    name: "质量退货",
    words: `质量问题 质量差 质量太差 质量不好 质量不行 有瑕疵 瑕疵 坏的 坏了 用不了 不能用 用几天就 用一次就 掉色 褪色 起球 开线
      脱线 开胶 脱胶 有异味 味道大 很臭 缩水 污渍 有划痕 划痕 有头发 线头 掉毛 次品 二手 用过的 拆过 翻新 色差 不一样
      描述不符 实物不符 与图片 和图片 和描述 底就掉 就断 缩成 缩水了 质量 做工 粗糙 劣质 难闻 刺鼻 线头到处 就坏 洗了一次
      洗一次 穿一次 没法用 不好用 不好吃 难吃 不灵 失灵 漏水 坏掉 坏了一`,
    unless: `会坏吗 会掉色吗 会起球吗 会不会掉色 会不会起球 会缩水吗 有色差吗 会褪色吗 容易坏吗 有什么不一样 哪里不一样 和专柜不一样
      券 卷用不了 卷怎么 劵 花呗 白条 云闪付 质量好吗 质量怎么样 质量好不好 会掉 掉了吗 做工怎么样 做工好吗`,
    gives: { category: "aftersales.return-quality", priority: "P2", addTags: ["退换货", "质量问题"] },
  },
  {
    id: "refund-unshipped",
    name: "未发货仅退款",
    plainly: "退款 退钱 退掉 退了吧 退吧 退了 给我退",
    also: [
      {
        any: [
          {
            fact: "ticket.text",
            operator: "containsAnyText",
            value: ["没发货", "未发货", "还没发", "不发货", "没发", "未发", "待发货", "发货前"],
          },
          { fact: "order.status", operator: "in", value: ["paid", "unshipped", "待发货", "已付款"] },
        ],
      },
    ],
    gives: { category: "aftersales.refund-unshipped", priority: "P2", addTags: ["退款", "未发货"] },
  },
  {
    id: "refund-only",
    name: "已发货仅退款",
    words: `仅退款 只退款 不退货退款 不想退货 不退货 只要退款 退款不退货 部分退款 退一部分 退点钱 补偿点 赔点 赔偿 怎么赔 赔多少
      补偿 退一半 赔我 给个说法 退半 赔一 赔多 退点 折价 少收点 让点`,
    gives: { category: "aftersales.refund-only", priority: "P2", addTags: ["退款", "仅退款"] },
  },
  {
    id: "demands-refund",
    name: "扬言要求退款",
    words:
      "不退款我就 不退款就 不退钱我就 不退钱就 再不退款 再不退 必须退 给我退 马上退 立刻退 赶紧退 全额退",
    gives: { category: "aftersales.refund-only", priority: "P2", addTags: ["退款", "投诉倾向"] },
  },
  {
    id: "return-7days",
    name: "七天无理由",
    words: `七天无理由 7天无理由 七天 无理由 退货 怎么退 如何退 能退吗 可以退吗 能不能退 可以退货吗 想退 要退 我要退 申请退
      退回去 退了 不喜欢 不合适 不想要 不要了 买错了 拍错 大了 小了 偏大 偏小 穿不上 穿不了 上门取件 退货地址 退回地址
      寄到哪 寄回 退换 退不了 退一下 不太合适 退货流程 太大 太小 不好看 不适合 后悔 冲动 寄回来 取件 退吗 退不 可退
      退得了`,
    plainly: "退款 退钱 退掉",
    unless: `定金能退 定金退 尾款不付 七天能到 偏大吗 偏小吗 偏大还是 会偏大 会偏小 大了会 支持七天 支持7天 支持退货吗 包退吗 多了
      大了解 拍错颜色 拍错码 拍错尺码 拍错规格 退税 包退 退不退差 不退不换吗 可以退换吗`,
    gives: { category: "aftersales.return-7days", priority: "P3", addTags: ["退换货"] },
  },
  {
    id: "return-tracking",
    name: "退货已寄回",
    words:
      "已寄回 寄回去了 退货寄出 退货已签收 你们签收了 你们已经签收 仓库签收 退货物流 寄回去好几天 退货单号 填了单号",
    gives: { addTags: ["退换货", "退货在途"], priority: "P2" },
  },
];
