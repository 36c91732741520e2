/** `erp.stock`: how much of a product can be sent. */
import { defineAction, labelled } from "@sluice/plugin-sdk";
import { Type } from "typebox";
import { ErpConfig } from "./config.ts";
import { erpError } from "./errors.ts";
import { askErp, erpLimits, erpRetry } from "./exchange.ts";
import { readPath, toNumber } from "./paths.ts";

const strict = { additionalProperties: false } as const;

/** `erp.stock`. */
export const stockAction = defineAction({
  ...erpLimits,
  id: "erp.stock",
  version: "1",
  label: { zh: "查询库存", en: "Look up stock" },
  description: { zh: "从 ERP 读取商品可用库存", en: "Reads the available quantity of a product" },
  icon: "apartment",
  input: Type.Object(
    {
      sku: Type.String({
        minLength: 1,
        maxLength: 190,
        ...labelled("商品编码", "Product code", { widget: "template" }),
      }),
      warehouse: Type.Optional(
        Type.String({ maxLength: 190, ...labelled("仓库", "Warehouse", { widget: "template" }) }),
      ),
    },
    strict,
  ),
  output: Type.Object(
    {
      found: Type.Boolean(labelled("查到", "Found")),
      available: Type.Number(labelled("可用数量", "Available")),
    },
    strict,
  ),
  config: ErpConfig,
  retry: erpRetry,
  idempotency: "natural",
  samples: [{ name: "something in stock", input: { sku: "S-1" }, output: { found: true, available: 7 } }],
  async run(ctx) {
    const { stock } = ctx.config;
    const { sku, warehouse } = ctx.input;
    const { verdict, body } = await askErp(ctx, { path: stock.path, values: { sku, warehouse } });
    if (verdict !== "done") return { found: false, available: 0 };
    const available = toNumber(readPath(body, stock.available));
    if (available === null)
      throw erpError("erp.answer-unexpected", `The answer has no number at ${stock.available}`);
    return { found: true, available };
  },
});
