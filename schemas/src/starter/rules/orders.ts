/** The order before it ships. */
import type { RuleText } from "./rule.ts";

export const orderRules: readonly RuleText[] = [
  {
    id: "address",
    name: "改地址",
    words: `改地址 改一下地址 改下地址 地址改 换地址 换个地址 地址错 地址写错 地址填错 地址选错 改收货 换收货 收货地址 改电话
      改手机号 改收件人 电话错 电话写错 手机号错 手机号填错 寄到另 寄到公司 寄到家 改地阯 修改地址 地址能改 门牌号 地址能
      地址写 寄错地址 地址寄 楼号 收货信息 收货人 手机号写错 号码写错`,
    unless: "国补 补贴 退货地址 退回地址",
    gives: { category: "orders.address", priority: "P2", addTags: ["改地址", "时效操作"] },
  },
  {
    id: "spec",
    name: "改规格",
    words: `改规格 改尺码 改颜色 改码 改成L 改成M 改成XL 改成S 改成黑 改成白 改成红 改大一码 改小一码 改型号 改款 拍成了
      选错颜色 选错码 选错尺码 选错规格 拍错颜色 拍错码 拍错尺码 换成黑 换成白 备注一下 加备注 改备注 改成 想换成 拍的是
      还没发货吧 换个规格 改配置 换成小的 换成大的`,
    gives: { category: "orders.spec", priority: "P2", addTags: ["改规格", "时效操作"] },
  },
  {
    id: "cancel",
    name: "取消订单",
    words: `取消订单 取消 撤单 撤销订单 不要发货 别发货 先别发 不用发了 别发了 不想买 拍多了 多拍 重复下单 下错单 下重了 订单关
      拍了两 拍重 买重 不需要了 退单`,
    unless: "取消了吗活动 怎么取消关注 取消定金 活动取消 取消预约",
    gives: { category: "orders.cancel", priority: "P2", addTags: ["取消订单", "时效操作"] },
  },
  {
    id: "urge",
    name: "催发货",
    words: `怎么还不发货 还不发货 还没发货 没发货 未发货 不发货 还没发 还不发 没发呢 什么时候发 啥时候发 几时发 多久发 多久能发
      几天发 什么时候发货 今天能发 今天发吗 明天发吗 能发吗 发了吗 发货了吗 发货没 发货吗 催发货 催一下 催单 快点发 尽快发
      赶紧发 早点发 加急发 三天了还 两天了还 几天了还 一个星期了 一周了 超时未发 延迟发 待发货 fahuo 发货慢 发货太慢
      还没动静 没动静 发不发 给我发 能寄 寄出 寄了吗 还没寄 啥时候寄 没出库 未出库 打包 备货 排单 几天了怎么`,
    unless: "预售什么时候发 付定金 没发票 发票 要发票 开票",
    gives: { category: "orders.urge", priority: "P3", addTags: ["催发货"] },
  },
  {
    id: "overdue-shipment",
    name: "逾期未发货",
    words: `三天了还没发 3天了还没发 四天了 五天了 5天了 一周了 一个星期 一星期 七天了 7天了 十天了 10天了 半个月 超过48小时
      超过72小时 48小时没发 72小时 说好48`,
    also: [
      {
        fact: "ticket.text",
        operator: "containsAnyText",
        value: ["发货", "没发", "不发", "未发", "还没发"],
      },
    ],
    gives: { priority: "P2", addTags: ["逾期发货"] },
  },
  {
    id: "payment-failed",
    name: "支付失败",
    words: `支付失败 付款失败 付不了 付不了款 支付不了 无法支付 无法付款 付款不了 支付异常 付款异常 不能付款 提交不了订单
      提交订单失败 下不了单 下单失败 拍不了 不能下单 无法下单 花呗用不了 花呗付不了 白条用不了 白条不能 分期用不了 余额不足
      银行卡限额 系统繁忙 一直转圈 一直失败 付钱失败 付不出 付款报错 支付报错 扫码付不`,
    unless: "尾款",
    gives: { category: "orders.payment-failed", priority: "P2", addTags: ["支付异常"] },
  },
  {
    id: "split-merge",
    name: "拆合单",
    words: `一起发 一起寄 合并发 合并订单 合单 拼单发 两个订单 两单一起 几个订单 分开发 分开寄 拆单 拆开发 分两个 分包 两个包裹
      几个包裹 为什么分开 另一个包裹 另外一件 三个快递 两个快递 分成 几个快递 一个包裹发 放一起 单一起`,
    gives: { category: "orders.split-merge", priority: "P3", addTags: ["拆合单"] },
  },
];
