/** How an operator says where the ERP is and what its answers look like. Hosts come from here, never from an input. */
import { type FormHints, labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const path = (preset: string, zh: string, en: string, hints: FormHints = {}) =>
  Type.String({ default: preset, maxLength: 500, ...labelled(zh, en, hints) });

const Envelope = Type.Object(
  {
    code: path("code", "业务码位置", "Where its code is"),
    ok: Type.Array(Type.String(), { default: ["0"], ...labelled("成功的业务码", "Codes of success") }),
    busy: Type.Array(Type.String(), {
      default: [],
      ...labelled("可重试的业务码", "Codes worth another try"),
    }),
    notFound: Type.Array(Type.String(), {
      default: [],
      ...labelled("查无数据的业务码", "Codes of nothing found"),
    }),
    duplicate: Type.Array(Type.String(), {
      default: [],
      ...labelled("重复提交的业务码", "Codes of a duplicate", {
        help: { zh: "创建退货单时算作已完成", en: "When a return is created: it counts as done" },
      }),
    }),
    message: path("message", "说明位置", "Where its words are"),
  },
  {
    ...strict,
    ...labelled("业务码", "Codes in the answer", {
      help: {
        zh: "接口总是回答 200、用业务码表示成败时填写",
        en: "Where the ERP always answers 200 and says in a code how it went",
      },
    }),
  },
);
export type Envelope = Static<typeof Envelope>;

const Order = Type.Object(
  {
    path: path("/orders/{id}", "地址", "Address", {
      help: { zh: "{id} 处填订单号", en: "{id} stands for the order's id" },
    }),
    id: path("id", "订单号位置", "Where the id is"),
    status: path("status", "状态位置", "Where the status is"),
    paidAmount: path("paidAmount", "实付金额位置", "Where the paid amount is"),
    trackingNo: path("trackingNo", "运单号位置", "Where the tracking number is"),
    carrier: path("carrier", "快递公司位置", "Where the carrier is"),
    items: path("items", "商品列表位置", "Where the list of items is"),
    sku: path("sku", "商品编码位置", "Where an item's code is", {
      help: { zh: "在商品列表的每一项内", en: "Within each item of the list" },
    }),
    name: path("name", "商品名称位置", "Where an item's name is"),
    quantity: path("quantity", "数量位置", "Where an item's quantity is"),
    statuses: Type.Record(Type.String(), Type.String(), {
      default: {},
      ...labelled("状态对照", "Statuses", {
        help: {
          zh: "ERP 的状态 → 规则里用的状态；没有的原样保留",
          en: "The ERP's word → yours; others are kept",
        },
      }),
    }),
  },
  { ...strict, default: {}, ...labelled("订单查询", "Orders") },
);

const Stock = Type.Object(
  {
    path: path("/stock/{sku}", "地址", "Address", {
      help: { zh: "{sku}、{warehouse} 处填商品编码和仓库", en: "{sku} and {warehouse} are filled in" },
    }),
    available: path("available", "可用数量位置", "Where the available quantity is"),
  },
  { ...strict, default: {}, ...labelled("库存查询", "Stock") },
);

const Return = Type.Object(
  {
    path: path("/returns", "地址", "Address"),
    key: path("idempotency-key", "幂等键请求头", "Header of the idempotency key", {
      help: { zh: "同一步骤的重试用同一个键", en: "Every try of one step has the same key" },
    }),
    keyField: Type.Optional(
      Type.String(
        labelled("幂等键字段", "Field of the idempotency key", {
          help: { zh: "ERP 只认正文里的外部单号时填写", en: "Where the ERP wants it in the body" },
        }),
      ),
    ),
    body: Type.Record(Type.String(), Type.String(), {
      default: {
        orderId: "orderId",
        reason: "reason",
        items: "items",
        amount: "amount",
        note: "note",
      },
      ...labelled("正文对照", "Body", {
        help: { zh: "ERP 的位置 → 输入的名称", en: "The ERP's place → the input's name" },
      }),
    }),
    id: path("id", "退货单号位置", "Where the return's id is"),
    status: path("status", "状态位置", "Where its status is"),
  },
  { ...strict, default: {}, ...labelled("创建退货单", "Returns") },
);

export const ErpConfig = Type.Object(
  {
    baseUrl: Type.Optional(
      Type.String({
        pattern: "^https?://",
        ...labelled("接口地址", "Base URL", { placeholder: "https://erp.shop.example/api", common: true }),
      }),
    ),
    auth: Type.Object(
      {
        header: path("authorization", "请求头", "Header"),
        prefix: path("Bearer ", "前缀", "Before the secret", {
          help: { zh: "加在密钥 TOKEN 前面", en: "Comes before the secret TOKEN" },
        }),
      },
      { ...strict, default: {}, ...labelled("身份凭证", "Credentials") },
    ),
    amountUnit: Type.Enum(["yuan", "fen"], {
      default: "yuan",
      ...labelled("金额单位", "Unit of amounts", {
        options: { yuan: { zh: "元", en: "Yuan" }, fen: { zh: "分", en: "Fen (1/100)" } },
      }),
    }),
    envelope: Type.Optional(Envelope),
    order: Order,
    stock: Stock,
    createReturn: Return,
  },
  strict,
);
export type ErpConfig = Static<typeof ErpConfig>;
