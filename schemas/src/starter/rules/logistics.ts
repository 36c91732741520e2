/** The parcel on its way. Narrow words come before the wide ones of a stalled parcel. */
import type { RuleText } from "./rule.ts";

export const logisticsRules: readonly RuleText[] = [
  {
    id: "installation",
    name: "安装",
    words: `安装 上门装 装机 师傅什么时候 师傅没来 师傅没联系 师傅还没 预约师傅 乱收费 怎么装 不会装 组装 打孔 挂机 移机 拆旧
      送装一体 送装 来装 人装 师傅 装一下 上门测量 装不上`,
    unless: "安装包 软件安装 好安装吗 师傅领进门",
    gives: { category: "logistics.installation", priority: "P3", addTags: ["安装"] },
  },
  {
    id: "redirect",
    name: "改派",
    words: `改派 转寄 改送 换个快递 换快递 不要放驿站 别放驿站 不放驿站 送货上门 送上门 放门口 放快递柜 改到驿站 改自提 自提
      改天送 晚点送 先别送 别送了 指定快递 改发顺丰 别发邮政 不要发邮政 放门卫 门卫室 放保安 放楼下 改时间送 改配送 换地址送
      约时间送`,
    unless: "先别送出",
    gives: { category: "logistics.redirect", priority: "P3", addTags: ["物流查询", "改派"] },
  },
  {
    id: "delivery-exception",
    name: "派送异常",
    words: `派送异常 派件异常 派送失败 派件失败 投递失败 联系不上快递 快递员不接 快递员态度 快递员不 快递不送 不给送 没人送 一直派送
      一直在派送 派送中 派件中 派送了 超区 停发 不派送 说我不在家 没打电话 没给我打电话 地址不详 疑难件 问题件 送错地方
      送错了 送错小区 打不通 联系不上我 快递小哥 没派 不派 快递不上楼 不上楼 不肯送 拒绝派送 重新派送 再派一次 派送员`,
    gives: { category: "logistics.delivery-exception", priority: "P2", addTags: ["物流查询", "派送异常"] },
  },
  {
    id: "stalled",
    name: "物流停滞",
    words: `没更新 不更新 未更新 没有更新 没变化 没动 不动了 一动不动 没物流 没有物流 无物流 物流停 卡在 卡住 停在 停滞 滞留
      查不到物流 查不到快递 单号查不到 没揽收 还没揽收 待揽收 没揽件 一直显示已揽 中转站没走 没往前 不走了 好几天没走 没走了
      三天没 两天没 几天没 好久没更新`,
    unless: "没动静 价格没变化",
    gives: { category: "logistics.stalled", priority: "P2", addTags: ["物流查询", "物流停滞"] },
  },
  {
    id: "tracking",
    name: "物流查询",
    words: `几天没到 怎么还没到 还没到 还没收到 没收到 还没送到 还没来 太慢了 这么慢 好慢 龟速 到哪了 到哪儿 到哪里 到那了 到那里
      什么时候到 啥时候到 多久到 多久能到 几天到 几天能到 几时到 什么时候能到 啥时候能到 什么时候送 今天能到 明天能到 查物流
      查下物流 查一下物流 查快递 查下快递 查一下快递 物流信息 快递信息 快递呢 物流呢 包裹呢 货呢 我的快递 我的包裹 催快递
      催一下快递 催下快递 快递单号 单号发我 wuliu 送来 送到 运到 中转 没走 单号给 物流单 快递号 快递到 走到哪 在哪里了
      在哪了 收到货 要等多久 寄到哪了 快递多久 什么时候能收 还有几天 送货时间 发哪了`,
    unless: `没收到退款 没收到钱 还没收到钱 没收到赠品 没收到短信 没收到验证码 没收到货款 没收到优惠 没收到券
      没收到积分 几天到账 到货通知 什么时候到期 没收到回复 生日礼没收到 预售 收到货就 收到货发现`,
    gives: { category: "logistics.stalled", priority: "P3", addTags: ["物流查询"] },
  },
];
