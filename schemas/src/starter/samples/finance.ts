/** Invoices and payments out. */
export const financeTexts: Readonly<Record<string, readonly string[]>> = {
  "finance.e-invoice": [
    "亲|能开发票吗",
    "发票呢 申请{days}天了",
    "开票 抬头{company}",
    "電子發票發我郵箱 謝謝",
    "报销用 麻烦开个票 {order}",
    "亲 发票在哪下载",
  ],
  "finance.vat-invoice": [
    "可以开专票吗",
    "要增值税专用发票 13个点的",
    "公司采购 {n}台 开专票 开户行发你",
    "专票什么时候寄 财务催了",
    "一般纳税人 要抵扣的那种",
    "專票開好了嗎 {order}",
  ],
  "finance.invoice-change": [
    "抬头错了 重开发票🙏",
    "税号错了能换开吗",
    "发票开成个人了 要公司的 {company}",
    "发票金额不对啊 少了{amount}",
    "要冲红重开 财务说不行",
    "發票抬頭開錯，麻煩改抬头",
  ],
  "finance.bank-transfer": [
    "可以对公转账吗",
    "退款打到卡里 原账户注销了 要打款到新卡",
    "公司账户怎么付 要对公",
    "线下退款的{amount}什么时候打款",
    "汇款账号发一下 订{n}套",
    "對公打款的憑證發你了",
  ],
};
