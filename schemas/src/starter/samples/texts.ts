/** All texts by category. */
import { aftersalesTexts } from "./aftersales.ts";
import { complaintTexts } from "./complaints.ts";
import { financeTexts } from "./finance.ts";
import { logisticsTexts } from "./logistics.ts";
import { orderTexts } from "./orders.ts";
import { presalesTexts } from "./presales.ts";

/** Category id → what buyers write about it. */
export const buyerTexts: Readonly<Record<string, readonly string[]>> = {
  ...presalesTexts,
  ...orderTexts,
  ...logisticsTexts,
  ...aftersalesTexts,
  ...financeTexts,
  ...complaintTexts,
};
