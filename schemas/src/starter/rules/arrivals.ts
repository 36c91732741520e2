/** What arrived, did not, or never will: before the general wish for a refund, because the cause is the category. */
import type { RuleText } from "./rule.ts";

export const arrivalRules: readonly RuleText[] = [
  {
    id: "not-received",
    name: "显示签收未收到",
    words: `显示签收 显示已签收 已签收但 签收了但 签收没收到 说已签收 说签收 没收到货却 不是我签收 谁签收 被签收 虚假签收 代签
      没有我的快递 驿站没有 驿站找不到 驿站说没有 快递柜没有 丰巢没有 取件码不对 没给我取件码 没有取件码 物流显示送达 显示送达
      显示已送达 签收了，东西 我签收了 签收，东西 显示我签收 签收人 签收却 已签收，可 签收照片 妥投`,
    gives: { category: "logistics.not-received", priority: "P2", addTags: ["物流查询", "签收未收到"] },
  },
  {
    id: "lost",
    name: "丢件",
    words: `丢件 快递丢 包裹丢 弄丢 搞丢 丢了 遗失 快递没了 包裹没了 不见了 件丢 丢失 被偷 被拿走 冒领 找不到了 件找不
      找不到我的 下落不明 快递弄`,
    unless: "发票丢 说明书丢 吊牌丢 盒子丢 包装丢了 手机丢了",
    gives: { category: "logistics.lost", priority: "P2", addTags: ["物流查询", "丢件"] },
  },
  {
    id: "damaged",
    name: "破损",
    words: `破损 摔坏 压坏 压扁 碎了 碎的 碎成 破了 破洞 裂开 裂了 裂缝 漏液 漏了 漏油 洒了 变形 凹了 包装烂 盒子烂 箱子烂
      外箱破 磕坏 撞坏 屏幕碎 瓶子碎 磕碰 坏了一个 烂了 全碎 烂的 破的 坏的包装 摔碎 玻璃渣 断了 裂的 瘪`,
    unless: "心碎了 碎花 价格破 突破 破价",
    gives: { category: "logistics.damaged", priority: "P2", addTags: ["破损", "退换货"] },
  },
  {
    id: "fresh-spoiled",
    name: "生鲜变质",
    words: "坏果 烂果 发霉 变质 臭了 馊了 化冻 解冻了 化了 死了 不新鲜 有虫 长虫 长毛了 临期 过期",
    unless: "券过期 积分过期 优惠过期 过期了吗 过期的券 保修过期 红包过期 过期失效",
    gives: { category: "aftersales.return-quality", priority: "P2", addTags: ["质量问题", "生鲜", "退换货"] },
  },
  {
    id: "missing-item",
    name: "少发漏发",
    words: `少发 漏发 少了一 少了个 少了件 少一件 少一个 少一双 少一瓶 少一盒 少一包 少寄 漏寄 少给 少件 少货 只有一件 只有一个
      只发了 只收到一 还差一 没收全 缺配件 少配件 没有配件 没发全 数量不对 件数不对 漏了一件 少装 里面少 少了 没有发 漏了
      只给了 怎么只有 里面没有 缺一个 缺了 缺一件`,
    unless: "少了优惠 少了一点钱 金额 少了三 少了二",
    gives: { category: "logistics.missing-item", priority: "P2", addTags: ["少发漏发"] },
  },
  {
    id: "gift-missing",
    name: "赠品没发",
    words: `赠品没 没有赠品 没赠品 赠品呢 赠品少 赠品漏 没收到赠品 礼品没 没送 小样没 没给赠品 说好的赠品 说好送 赠品忘 没放赠品
      没有送`,
    unless: "没送到 没送货 没送来 没送达",
    gives: { category: "presales.gift", priority: "P3", addTags: ["赠品", "少发漏发"] },
  },
  {
    id: "wrong-item",
    name: "错发",
    words: `发错 错发 寄错 颜色不对 颜色错 尺码不对 尺码错 码数不对 型号不对 型号错 款式不对 不是我买的 不是我拍的 不是我要的
      和我买的不一样 跟我买的不一样 跟下单的不一样 和下单的不一样 货不对板 货不对版 张冠李戴 发成了 给我发的是 来了个 来的是
      寄成 给错 不是这个颜色 不是我选的 我买的是 我拍的是 我要的是 拿错`,
    unless: "地址错 错地址",
    gives: { category: "logistics.wrong-item", priority: "P2", addTags: ["错发", "退换货"] },
  },
  {
    id: "refused",
    name: "拒收",
    words: `拒收 拒签 退回去了 拒绝签收 原路退回 让快递退 快递退回 被退回 为什么退回 自动退回 退回商家 退回发货地 让快递员退
      快递员退 拒签了`,
    gives: { category: "logistics.refused", priority: "P3", addTags: ["物流查询", "拒收"] },
  },
  {
    id: "out-of-stock",
    name: "缺货",
    words: `缺货 没货了 断货 说没货 无货 告诉我没货 发不了货 没货发 砍单 超卖 预售改期 推迟发货 延迟发货 延期发货 仓库没货 没货要
      没货让 货不够 没有货了 缺现货`,
    unless: "还有货 有没有货 什么时候补货 无货吗",
    gives: { category: "orders.out-of-stock", priority: "P2", addTags: ["缺货"] },
  },
];
