/** What conditions may ask of an order. Kept for a minute: several rules ask at once, and orders move on. */
import { defineFact } from "@sluice/plugin-sdk";
import { ErpConfig } from "./config.ts";
import { type ErpContext, erpLimits } from "./exchange.ts";
import { readOrder } from "./order.ts";

const shared = {
  ...erpLimits,
  from: ["order.id"],
  cacheFor: "PT1M",
  timeout: "PT3S",
  config: ErpConfig,
} as const;

/** `erp.order-status`. */
export const orderStatusFact = defineFact({
  ...shared,
  id: "erp.order-status",
  label: { zh: "ERP 订单状态", en: "Order status (ERP)" },
  type: "string",
  samples: [{ name: "an order on its way", input: { "order.id": "TB-1001" }, value: "shipped" }],
  run: async (ctx) => (await readOrder(ctx as ErpContext, String(ctx.input["order.id"]))).status,
});

/** `erp.order-paid-amount`, in yuan. */
export const orderPaidAmountFact = defineFact({
  ...shared,
  id: "erp.order-paid-amount",
  label: { zh: "ERP 实付金额（元）", en: "Paid amount (ERP, yuan)" },
  type: "number",
  samples: [{ name: "an order that is paid", input: { "order.id": "TB-1001" }, value: 128.5 }],
  run: async (ctx) => (await readOrder(ctx as ErpContext, String(ctx.input["order.id"]))).paidAmount,
});
