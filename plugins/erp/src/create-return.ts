/**
 * `erp.create-return`: a return order, once. Every try of one step brings the same idempotency key; an ERP that says
 * that it has it already (409, or a code of duplicates) is believed, and the step is done.
 */
import { defineAction, labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";
import { ErpConfig } from "./config.ts";
import { erpError } from "./errors.ts";
import { askErp, erpLimits, erpRetry } from "./exchange.ts";
import { readPath, toText, writePath } from "./paths.ts";

const strict = { additionalProperties: false } as const;

const ReturnInput = Type.Object(
  {
    orderId: Type.String({
      minLength: 1,
      maxLength: 190,
      ...labelled("订单号", "Order id", { widget: "template", placeholder: "{{ order.id }}" }),
    }),
    reason: Type.String({
      minLength: 1,
      maxLength: 1_000,
      ...labelled("退货原因", "Reason", { widget: "template" }),
    }),
    items: Type.Array(
      Type.Object(
        {
          sku: Type.String({ minLength: 1, ...labelled("商品编码", "Product code") }),
          quantity: Type.Integer({ minimum: 1, ...labelled("数量", "Quantity") }),
        },
        strict,
      ),
      {
        default: [],
        maxItems: 200,
        ...labelled("退回的商品", "Items", {
          help: { zh: "留空表示整单退", en: "Empty means the whole order" },
        }),
      },
    ),
    amount: Type.Optional(Type.Number({ minimum: 0, ...labelled("退款金额（元）", "Amount (yuan)") })),
    note: Type.Optional(
      Type.String({ maxLength: 2_000, ...labelled("备注", "Note", { widget: "template" }) }),
    ),
  },
  strict,
);
type ReturnInput = Static<typeof ReturnInput>;

/** The ERP's own shape of it, the amount in the ERP's unit. */
function toBody(input: ReturnInput, { createReturn, amountUnit }: ErpConfig, key: string): object {
  const amount =
    input.amount === undefined || amountUnit === "yuan" ? input.amount : Math.round(input.amount * 100);
  const known = new Map<string, unknown>(Object.entries({ ...input, amount }));
  const body: Record<string, unknown> = {};
  for (const [place, name] of Object.entries(createReturn.body))
    if (known.get(name) !== undefined) writePath(body, place, known.get(name));
  if (createReturn.keyField !== undefined) writePath(body, createReturn.keyField, key);
  return body;
}

/** `erp.create-return`. */
export const createReturnAction = defineAction({
  ...erpLimits,
  id: "erp.create-return",
  version: "1",
  label: { zh: "创建退货单", en: "Create return" },
  description: {
    zh: "在 ERP 里创建退货单；重试不会重复创建",
    en: "Creates a return in the ERP; tries do not double it",
  },
  icon: "retweet",
  input: ReturnInput,
  output: Type.Object(
    {
      id: Type.Union([Type.String(), Type.Null()], labelled("退货单号", "Return id")),
      status: Type.Union([Type.String(), Type.Null()], labelled("状态", "Status")),
      created: Type.Boolean(
        labelled("新建", "Created", {
          help: { zh: "否：ERP 里已有同一张单", en: "False: the ERP had it already" },
        }),
      ),
    },
    strict,
  ),
  config: ErpConfig,
  retry: erpRetry,
  idempotency: "key",
  samples: [
    {
      name: "one item",
      input: { orderId: "TB-1001", reason: "尺码不合适", items: [{ sku: "S-1", quantity: 1 }], amount: 99 },
      output: { id: "R-1" },
    },
  ],
  async run(ctx) {
    const { createReturn } = ctx.config;
    const { verdict, body } = await askErp(ctx, {
      path: createReturn.path,
      values: {},
      // Header values are Latin-1 at most; keys are plain unless a node's id is not.
      headers: { [createReturn.key]: encodeURI(ctx.idempotencyKey) },
      body: toBody(ctx.input, ctx.config, ctx.idempotencyKey),
    });
    if (verdict === "not-found")
      throw erpError("erp.refused", "The ERP does not know the order or the address");
    const at = (path: string) => toText(readPath(body, path));
    return { id: at(createReturn.id), status: at(createReturn.status), created: verdict === "done" };
  },
});
