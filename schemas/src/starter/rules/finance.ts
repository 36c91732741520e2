/** Invoices and payments out: rare words, so they can stand early. */
import type { RuleText } from "./rule.ts";

export const financeRules: readonly RuleText[] = [
  {
    id: "vat-invoice",
    name: "专票",
    words: "专票 增票 增值税专用 专用发票 13个点 13%的票 抵扣 一般纳税人 开户行",
    unless: "红包抵扣 积分抵扣 券抵扣 金币抵扣 淘金币抵扣 津贴抵扣 抵扣券 能抵扣多少 定金抵扣",
    gives: { category: "finance.vat-invoice", priority: "P3", addTags: ["发票问题", "专票"] },
  },
  {
    id: "invoice-change",
    name: "发票换开",
    words: `换开 重开发票 发票重开 发票开错 抬头错 抬头开错 抬头写错 税号错 税号写错 税号开错 改抬头 换抬头 改发票 发票作废 冲红
      红冲 发票金额不对 发票内容不对 发票信息错 发票抬头改 开成个人 写错字 抬头写 发票错`,
    gives: { category: "finance.invoice-change", priority: "P3", addTags: ["发票问题", "发票换开"] },
  },
  {
    id: "invoice-wait",
    name: "催发票",
    words: "发票还没 发票没收到 没收到发票 发票呢 发票什么时候 催发票 发票怎么还 发票一直没 申请的发票",
    gives: { category: "finance.e-invoice", priority: "P3", addTags: ["发票问题", "催发票"] },
  },
  {
    id: "e-invoice",
    name: "电子发票",
    words: "发票 开票 开个票 fapiao 普票 电子票 数电票 抬头 税号 报销 收据 能开票 invoice 发票申请",
    unless: "运费险 运费",
    gives: { category: "finance.e-invoice", priority: "P3", addTags: ["发票问题"] },
  },
  {
    id: "bank-transfer",
    name: "对公打款",
    words: `对公 打款 公对公 公司账户 银行转账 转账给我 汇款 打到卡 打到银行卡 打我支付宝 转我支付宝 线下退款 线下打 打我银行卡
      打到我 银行卡号 收款账号 转我卡 打卡里 打银行卡`,
    gives: { category: "finance.bank-transfer", priority: "P3", addTags: ["打款"] },
  },
];
