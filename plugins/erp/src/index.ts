/** `@sluice/plugin-erp`: orders, stock and returns of an ERP that speaks JSON over HTTP. */
import { definePlugin } from "@sluice/plugin-sdk";
import { createReturnAction } from "./create-return.ts";
import { orderPaidAmountFact, orderStatusFact } from "./facts.ts";
import { orderAction } from "./order.ts";
import { stockAction } from "./stock.ts";

/** The plugin as the plugin host loads it. */
export const plugin = definePlugin({
  id: "erp",
  label: { zh: "ERP", en: "ERP" },
  description: { zh: "查询订单和库存，创建退货单", en: "Looks up orders and stock, creates returns" },
  actions: [orderAction, stockAction, createReturnAction],
  facts: [orderStatusFact, orderPaidAmountFact],
});
