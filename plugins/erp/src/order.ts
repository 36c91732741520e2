/** `erp.order`: one order as the ERP knows it, in Sluice's words. */
import { defineAction, labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";
import { ErpConfig } from "./config.ts";
import { askErp, type ErpContext, erpLimits, erpRetry, toYuan } from "./exchange.ts";
import { readPath, toNumber, toText } from "./paths.ts";

const strict = { additionalProperties: false } as const;
const orNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(
  schema: T,
  zh: string,
  en: string,
) => Type.Union([schema, Type.Null()], labelled(zh, en));

const OrderOutput = Type.Object(
  {
    found: Type.Boolean(labelled("查到", "Found")),
    id: Type.String(labelled("订单号", "Order id")),
    status: orNull(Type.String(), "订单状态", "Status"),
    paidAmount: orNull(Type.Number(), "实付金额（元）", "Paid amount (yuan)"),
    trackingNo: orNull(Type.String(), "运单号", "Tracking number"),
    carrier: orNull(Type.String(), "快递公司", "Carrier"),
    items: Type.Array(
      Type.Object(
        {
          sku: orNull(Type.String(), "商品编码", "Code"),
          name: orNull(Type.String(), "商品名称", "Name"),
          quantity: orNull(Type.Number(), "数量", "Quantity"),
        },
        strict,
      ),
      labelled("商品", "Items"),
    ),
  },
  strict,
);
export type OrderOutput = Static<typeof OrderOutput>;

function itemsOf(body: unknown, { order }: ErpConfig): OrderOutput["items"] {
  const list = readPath(body, order.items);
  if (!Array.isArray(list)) return [];
  return list.slice(0, 500).map((item: unknown) => ({
    sku: toText(readPath(item, order.sku)),
    name: toText(readPath(item, order.name)),
    quantity: toNumber(readPath(item, order.quantity)),
  }));
}

/** Looks an order up; one that the ERP does not know is `found: false`, which is no failure. */
export async function readOrder(ctx: ErpContext, id: string): Promise<OrderOutput> {
  const { order } = ctx.config;
  const { verdict, body } = await askErp(ctx, { path: order.path, values: { id } });
  const at = (path: string) => (verdict === "done" ? readPath(body, path) : undefined);
  const status = toText(at(order.status));
  return {
    found: verdict === "done",
    id: toText(at(order.id)) ?? id,
    status:
      status !== null && Object.hasOwn(order.statuses, status) ? (order.statuses[status] ?? status) : status,
    paidAmount: toYuan(toNumber(at(order.paidAmount)), ctx.config),
    trackingNo: toText(at(order.trackingNo)),
    carrier: toText(at(order.carrier)),
    items: verdict === "done" ? itemsOf(body, ctx.config) : [],
  };
}

/** `erp.order`. */
export const orderAction = defineAction({
  ...erpLimits,
  id: "erp.order",
  version: "1",
  label: { zh: "查询订单", en: "Look up order" },
  description: {
    zh: "从 ERP 读取订单状态、金额、物流和商品",
    en: "Reads an order's status, amount and items from the ERP",
  },
  icon: "solution",
  input: Type.Object(
    {
      id: Type.String({
        minLength: 1,
        maxLength: 190,
        ...labelled("订单号", "Order id", { widget: "template", placeholder: "{{ order.id }}" }),
      }),
    },
    strict,
  ),
  output: OrderOutput,
  config: ErpConfig,
  retry: erpRetry,
  idempotency: "natural",
  samples: [
    {
      name: "an order on its way",
      input: { id: "TB-1001" },
      output: { found: true, status: "shipped", paidAmount: 128.5 },
    },
    { name: "an order that is not known", input: { id: "nobody" }, output: { found: false } },
  ],
  run: (ctx) => readOrder(ctx, ctx.input.id),
});
