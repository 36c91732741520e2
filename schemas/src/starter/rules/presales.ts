/** Questions before the purchase. The widest words stand last: a product question is what remains. */
import type { RuleText } from "./rule.ts";

export const presalesRules: readonly RuleText[] = [
  {
    id: "deposit",
    name: "定金尾款",
    words: `定金 订金 尾款 付尾款 补尾款 什么时候付尾款 尾款多少 定金能退 定金退 预售 膨胀 预付 预定价 尾款优惠 忘付尾款 没付尾款
      付不了尾款 错过尾款 尾款几号`,
    gives: { category: "presales.deposit", priority: "P3", addTags: ["定金尾款"] },
  },
  {
    id: "subsidy",
    name: "国补",
    words: `国补 国家补贴 政府补贴 以旧换新 家电补贴 数码补贴 补贴资格 领补贴 补贴怎么 补贴券 云闪付补贴 能效补贴 补贴15 补贴20
      政府消费券`,
    unless: "百亿补贴",
    gives: { category: "presales.subsidy", priority: "P3", addTags: ["国补"] },
  },
  {
    id: "price-protection",
    name: "价保",
    words: `价保 保价 价格保护 保不保价 保价多久 保价吗 会降价吗 会不会降价 双11会便宜 双十一会便宜 双11价格 之后会便宜
      还会再便宜 降价补 价报 有保价 降价退差 降价退不`,
    gives: { category: "presales.price-protection", priority: "P3", addTags: ["价保补差"] },
  },
  {
    id: "coupon",
    name: "优惠券",
    words: `优惠券 优惠卷 优惠劵 领券 领卷 券用不了 卷用不了 券怎么 用不了券 有券吗 有卷吗 有劵吗 券没了 满减券 店铺券
      红包 购物金 消费券 折扣码 优惠码 券过期 津贴 品类券 叠加 的券 的卷 的劵 领不到 抢券 券呢 卷呢 发张券 给张券 无门槛
      满300减 满200减`,
    gives: { category: "presales.coupon", priority: "P3", addTags: ["优惠"] },
  },
  {
    id: "promotion",
    name: "活动规则",
    words: `活动 满减 凑单 双11 双十一 双12 618 大促 打折 折扣 优惠吗 有优惠 有没有优惠 便宜点 能便宜 少点 最低价
      最低多少 第二件 买一送一 买二送一 秒杀 限时 团购价 直播间价 百亿补贴 几点开始 几号开始 活动到什么时候 包邮吗 包邮 跨店
      免单 抽奖 优惠不 啥优惠 什么优惠 便宜不 便宜吗 再便宜 搞活动 有活动 返场 会员日活动 最划算 怎么买划算 几件几折`,
    unless: "活动开胶 活动不便",
    gives: { category: "presales.promotion", priority: "P3", addTags: ["活动咨询"] },
  },
  {
    id: "gift",
    name: "赠品",
    words: `赠品 送什么 有什么送 送礼品 小样 有没有送 送不送 有礼品吗 礼盒 礼袋 手提袋 贺卡 送小样 多送点 赠送 送赠 包装盒有吗
      送不 送杯 送吗 送包 送啥 礼物 赠的 附送`,
    gives: { category: "presales.gift", priority: "P3", addTags: ["赠品"] },
  },
  {
    id: "membership",
    name: "会员积分",
    words: `会员 积分 等级 入会 会员价 会员日 积分兑换 兑换 积分没到 积分怎么 积分过期 plus 88vip 省钱卡 会员卡 生日礼
      升级会员 会员权益 注销 换绑 登录不上 登不上 验证码 多少积分 我的积分 生日礼没`,
    gives: { category: "presales.membership", priority: "P3", addTags: ["会员"] },
  },
  {
    id: "size",
    name: "尺码",
    words: `尺码 码数 多大码 什么码 什么尺码 穿多大 穿什么码 选什么码 拍多大 拍什么码 几码 多少斤 体重 身高 cm kg 偏大吗
      偏小吗 偏大还是 偏码 正码 显胖 加大码 均码 胸围 腰围 脚长 鞋码 M码 L码 XL S码 尺寸 多大的 多长 多宽 多高
      160斤 120斤 选哪个号 什么号 哪个号 几号的 大号 小号 一米 斤选 斤穿 选码 合身 勒不勒 紧不紧 紧吗 宽松吗 多大号`,
    gives: { category: "presales.size", priority: "P3", addTags: ["尺码"] },
  },
  {
    id: "stock",
    name: "库存",
    words: `有货吗 有货么 还有货 有没有货 有现货 现货吗 现货 没货吗 补货 什么时候有货 啥时候有 到货通知 上架 下架 还有吗 还有没有
      几件库存 库存 断码 有黑色吗 有白色吗 补码 再上 没了吗 还会上 没有了吗 卖完 售罄 抢光 什么时候上 有几件 有没有现 缺码`,
    gives: { category: "presales.stock", priority: "P3", addTags: ["库存"] },
  },
  {
    id: "shipping-question",
    name: "发货地与快递咨询",
    words: `哪里发货 从哪发 哪发货 发什么快递 用什么快递 什么快递 发顺丰吗 可以发顺丰 能发顺丰 发哪个快递 新疆能发 西藏能发 新疆包邮
      港澳台 发香港 寄国外 发海外 几天能发 多久能收到 现在下单 现在拍 今天拍 今天买`,
    gives: { category: "presales.product", priority: "P3", addTags: ["发货咨询"] },
  },
  {
    id: "product",
    name: "商品咨询",
    words: `怎么用 咋用 用法 说明书 成分 材质 什么面料 什么材料 功能 参数 配置 区别 哪个好 哪款好 推荐 好用吗 好吃吗 好穿吗
      保质期 生产日期 产地 正品吗 是正品 适合 能用吗 可以用吗 能不能用 孕妇 宝宝能 敏感肌 会过敏吗 会不会过敏 会掉色吗
      会起球吗 兼容 支持吗 保修吗 质保多久 是真的吗 颜色好看 什么颜色 几个颜色 多重 毫升 多少克 介绍一下 了解一下 实物图
      有视频吗 怎么样 起球吗 防水吗 透气吗 厚吗 薄吗 甜吗 辣吗 多少钱 怎么卖 什么价 价格 支持 能充 够用 够不够 几升 容量
      续航 重不重 好不好 值得买 几个人用 怎么样啊 靠谱吗 什么牌子 新款 有没有味道 好不好用 尺寸多大 多大容量 能不能放`,
    gives: { category: "presales.product", priority: "P3", addTags: ["商品咨询"] },
  },
];
