/**
 * The ruleset that reads what buyers write. The first match gives the category, so the order is:
 * danger, money that is owed, what arrived, the order itself, then questions before the purchase.
 */
import type { SluiceDocument } from "../documents/document.ts";
import { otherCategory } from "./categories.ts";
import { aftersalesRules } from "./rules/aftersales.ts";
import { arrivalRules } from "./rules/arrivals.ts";
import { complaintRules } from "./rules/complaints.ts";
import { financeRules } from "./rules/finance.ts";
import { logisticsRules } from "./rules/logistics.ts";
import { moneyOwedRules } from "./rules/money-owed.ts";
import { orderRules } from "./rules/orders.ts";
import { presalesRules } from "./rules/presales.ts";
import { toRule } from "./rules/rule.ts";
import { signalRules } from "./rules/signals.ts";

const rules = [
  ...complaintRules,
  ...financeRules,
  ...moneyOwedRules,
  ...arrivalRules,
  ...aftersalesRules,
  ...orderRules,
  ...logisticsRules,
  ...presalesRules,
  ...signalRules,
].map(toRule);

export const starterClassification: SluiceDocument<"classification"> = {
  kind: "classification",
  key: "default",
  name: "默认分类",
  description: "按买家的说法打标签、定分类、定优先级；客服首次回复前，每条新消息都会重新判断。",
  formatVersion: 1,
  spec: {
    mode: "all",
    priority: "most-urgent",
    reclassify: "until-reply",
    rules,
    otherwise: { category: otherCategory, priority: "P3", addTags: ["待识别"] },
  },
};
