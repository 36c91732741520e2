/** Complaints: what must never wait. They stand first, so their category wins. */
import type { RuleText } from "./rule.ts";

const injury = {
  category: "complaints.injury",
  priority: "P0",
  addTags: ["人身伤害", "投诉"],
  fields: { risk: "injury" },
} as const;

const regulator = {
  category: "complaints.regulator",
  priority: "P1",
  addTags: ["12315", "投诉"],
  fields: { risk: "regulator" },
} as const;

/** P0: somebody is or may get hurt. What asks beforehand (会过敏吗) is a question, not an injury. */
const injuryRules: readonly RuleText[] = [
  {
    id: "allergy",
    name: "过敏与皮肤反应",
    plainly: `过敏 烂脸 红肿 起疹子 起红疹 起了疹子 起红点 刺痛 灼伤 毁容 脸肿 肿了 发炎 瘙痒难忍 红疙瘩 又痒 发痒 起痘 爆痘
      脸上全是 眼睛肿 皮肤红 烧脸 奇痒`,
    unless: `会过敏吗 会不会过敏 会过敏么 容易过敏吗 过敏能用吗 过敏可以用吗 过敏肌能用 过敏体质能 过敏体质可以 易过敏能 敏感肌能
      没有过敏 不会过敏 防过敏 抗过敏 低过敏 过敏肤质可以`,
    gives: { ...injury, addTags: [...injury.addTags] },
  },
  {
    id: "injury",
    name: "人身伤害",
    plainly: `烫伤 烧伤 割伤 割到手 划伤手 扎到手 夹到手 流血 出血 中毒 拉肚子 上吐下泻 呕吐 住院 进医院 去医院 送医院 去了医院
      急诊 休克 晕倒 人身伤害 受伤 窒息 卡喉咙 噎住 骨折 摔伤 孩子吞 割手 扎到 扎进 伤到 吃坏 吃出 恶心呕吐 不舒服去
      昏迷 掉头发严重 夹手 扎破手`,
    unless: "防烫伤 住院部 医院地址 送到医院 医院门口 寄到医院",
    gives: { ...injury, addTags: [...injury.addTags] },
  },
  {
    id: "fire",
    name: "着火漏电",
    plainly: `着火 起火 着了火 烧起来 烧着了 冒烟 爆炸 自燃 电池炸 充电炸 突然炸 漏电 触电 电到 短路 烧焦 火花 有糊味 烧糊 烧起
      差点烧 家烧 起烟 烧糊了 发烫严重 电池鼓包 空气开关跳 跳闸`,
    unless: "气得冒烟 防漏电 漏电保护 短路保护 防触电 防爆炸 炸锅专用",
    gives: { ...injury, addTags: ["安全事故", "人身伤害", "投诉"] },
  },
];

/** P1: outside pressure, with the kind of risk for the report. */
const pressureRules: readonly RuleText[] = [
  {
    id: "regulator-hotline",
    name: "12315 热线",
    words: "12315",
    also: [{ not: { fact: "ticket.text", operator: "matches", value: "[0-9]12315|12315[0-9]" } }],
    gives: { ...regulator, addTags: [...regulator.addTags] },
  },
  {
    id: "regulator",
    name: "监管部门",
    words: `12345热线 打12345 工商局 工商投诉 市场监管 市监局 市监 消协 消费者协会 消保委 315投诉 打315 质监局
      药监局 黑猫 举报你们 去举报 实名举报 物价局 网信办 全国12315 消费者协 有关部门 反映到 政府热线 监管部门 工商`,
    unless: `工商银行 工商户 个体工商`,
    gives: { ...regulator, addTags: [...regulator.addTags] },
  },
  {
    id: "legal",
    name: "律师与起诉",
    words: "律师 律师函 起诉 法院 法庭 走法律 法律途径 法律程序 报警 公安 派出所 报案 诈骗 打官司",
    unless: "报警器 公安部认证 法院拍卖 律师袍",
    gives: {
      category: "complaints.regulator",
      priority: "P1",
      addTags: ["法律风险", "投诉"],
      fields: { risk: "legal" },
    },
  },
  {
    id: "publicity",
    name: "舆情",
    words: `曝光 爆光 发微博 发小红书 发抖音 挂小红书 小红书见 挂网上 发网上 发到网上 找媒体 媒体见 记者 上热搜 避雷帖 发帖避雷
      让大家看看 让网友 网上揭露 揭露 揭发 发出去 发朋友圈 发到抖音 发到小红书 发视频曝 挂出来 让更多人`,
    unless: "曝光机 曝光度 曝光补偿 曝光时间 在抖音看到 全网最低 全网低价 公开课 公开活动",
    gives: {
      category: "complaints.publicity",
      priority: "P1",
      addTags: ["舆情", "投诉"],
      fields: { risk: "publicity" },
    },
  },
  {
    id: "professional-claim",
    name: "职业索赔",
    words: `退一赔三 退一赔十 假一赔十 假一赔三 假一赔四 赔十倍 十倍赔偿 三倍赔偿 赔三倍 惩罚性赔偿 广告法 食品安全法
      消费者权益保护法 消法 虚假宣传 极限词 无生产日期 没有生产日期 三无产品 标签不合格 执行标准不符 价格欺诈`,
    gives: {
      category: "complaints.professional-claim",
      priority: "P1",
      addTags: ["职业索赔", "投诉"],
      fields: { risk: "legal" },
    },
  },
  {
    id: "platform",
    name: "平台介入",
    words: `平台介入 小二介入 申请介入 官方介入 找平台 淘宝小二 天猫小二 京东介入 京东客服介入 拼多多官方 拼多多介入 抖音介入
      客服介入 投诉到平台 申诉 纠纷单 维权 介入处理 让平台 评评理 让淘宝 让京东 让拼多多 让抖音 找淘宝 找京东 找拼多多
      找抖音 平台投诉 向平台`,
    unless: "找淘宝客",
    gives: { category: "complaints.platform", priority: "P1", addTags: ["平台介入", "投诉"] },
  },
  {
    id: "counterfeit",
    name: "假货",
    words: `假货 是假的 买到假 仿品 高仿 山寨 盗版 不是正品 非正品 假的吧 冒牌 查不到防伪 防伪码查不到 防伪查不到 验货是假
      鉴定为假 鉴定不过 鉴定不是 跟专柜不一样 和专柜不一样 肯定是假 假的 是不是正 真假 假冒`,
    unless: "会不会是假 是不是假货 有假货吗 担心假货 怕假货 真假都 假一赔 假期 放假",
    gives: { category: "complaints.counterfeit", priority: "P1", addTags: ["假货", "投诉"] },
  },
  {
    id: "privacy",
    name: "信息泄露与冒充客服",
    words: `信息泄露 泄露我的 泄露信息 泄漏我的 冒充客服 自称客服 自称你们客服 骗子电话 诈骗电话 诈骗短信 钓鱼短信 说我订单异常
      让我转账 盗刷 刷我的号`,
    gives: { category: "complaints.publicity", priority: "P1", addTags: ["信息安全", "投诉"] },
  },
];

/** P2: how the customer was treated. */
const serviceRules: readonly RuleText[] = [
  {
    id: "attitude",
    name: "服务态度",
    words: `态度差 态度恶劣 态度不好 态度太差 什么态度 骂人 骂我 阴阳怪气 不理人 没人理 没人回 已读不回 踢皮球 推来推去 互相推
      敷衍 机器人回复 复制粘贴 换个客服 叫你们经理 找你们领导 找你们经理 叫主管 投诉客服 投诉你 我要投诉 投诉快递员 说话难听
      说话真难听 什么服务 服务差 服务太差 半天不回 不回消息 不回复 爱答不理 不耐烦 怼我 凶我 没礼貌 甩锅 推卸 挂我电话 冷漠
      辱骂 骂`,
    unless: "骂了老公",
    gives: { category: "complaints.attitude", priority: "P2", addTags: ["服务投诉", "投诉"] },
  },
  {
    id: "threatens-complaint",
    name: "扬言投诉",
    words: "我就投诉 要投诉 去投诉 投诉你们 投诉到底 等着投诉 投诉了 投诉电话 怎么投诉",
    gives: { priority: "P1", addTags: ["投诉倾向"] },
  },
  {
    id: "malicious-review",
    name: "评价与返现纠纷",
    words: `差评威胁 不赔就差评 不退就差评 给你差评 刷差评 恶意差评 好评返现 返现没给 返现还没 返现呢 改好评 删差评 给差评 打差评
      写差评 差评见 等着差评 追评 一星 给一星 差评 好评返 骗好评`,
    unless: "好评如潮 看评价 看差评 看到差评",
    gives: { category: "complaints.malicious-review", priority: "P2", addTags: ["评价", "投诉"] },
  },
];

export const complaintRules: readonly RuleText[] = [...injuryRules, ...pressureRules, ...serviceRules];
