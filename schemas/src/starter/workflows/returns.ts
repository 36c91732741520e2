/**
 * 退货退款: an agent sets the stage 退货申请, the parcel is looked up, the warehouse inspects it, the lead
 * approves what is above ¥500, finance pays, the customer is told.
 */
import type { Json } from "../../primitives.ts";
import { drawWorkflow, type Link, node } from "./graph.ts";
import { type Lookup, lookupLinks, lookupNodes } from "./lookup.ts";

const requested: Json = {
  all: [
    { fact: "event.changes", operator: "contains", value: "stage" },
    { fact: "ticket.stage", operator: "equal", value: "退货申请" },
  ],
};

const track: Lookup = {
  id: "track",
  name: "查退货物流",
  urlVariable: "trackUrl",
  saveAs: "track",
  method: "GET",
  data: { trackingNo: "{{ ticket.fields.trackingNo }}" },
  cell: [2, 0],
  next: "inspect",
};

const outcome = (id: string, name: string): Json => ({ id, name });

const nodes = [
  node("start", "trigger", "环节变为退货申请", [0, 0], { on: "ticket.updated", when: requested }),
  node("waiting", "update", "待仓库收货", [1, 0], { stage: "待仓库收货", addTags: ["退换货"] }),
  ...lookupNodes(track),
  node("inspect", "task", "仓库收货质检", [4, 0], {
    title: "收货质检：工单 {{ ticket.number }}，运单 {{ ticket.fields.trackingNo }}",
    group: "warehouse",
    due: "P2D",
    calendar: "warehouse",
    outcomes: [outcome("good", "合格"), outcome("bad", "不合格"), outcome("missing", "未收到")],
    form: [
      { key: "condition", type: "text", label: { zh: "商品状态", en: "Condition" } },
      { key: "photos", type: "text", label: { zh: "照片链接", en: "Photos" } },
    ],
    saveAs: "inspection",
  }),
  node("late", "update", "仓库超时", [5, 1], { addTags: ["仓库超时"], priority: "P1" }),
  node("chase", "task", "二线跟进仓库", [6, 1], {
    title: "仓库两个工作日未验收：工单 {{ ticket.number }}",
    group: "senior",
    due: "PT8H",
    outcomes: [outcome("good", "已验收合格"), outcome("bad", "协商不成")],
  }),
  node("amount", "branch", "金额", [6, 0], {
    branches: [
      {
        id: "large",
        name: "500 元以上",
        when: { fact: "ticket.fields.refundAmount", operator: "greaterThan", value: 500 },
      },
    ],
  }),
  node("approve", "task", "退款审批", [7, 1], {
    title: "审批退款 ¥{{ ticket.fields.refundAmount }}：工单 {{ ticket.number }}",
    group: "senior",
    due: "PT4H",
    outcomes: [outcome("approved", "同意"), outcome("rejected", "驳回")],
    form: [{ key: "comment", type: "text", label: { zh: "意见", en: "Comment" } }],
    saveAs: "approval",
  }),
  node("approve-late", "task", "总监审批", [8, 2], {
    title: "审批超时，请总监处理：工单 {{ ticket.number }}",
    assignee: "a24",
    outcomes: [outcome("approved", "同意"), outcome("rejected", "驳回")],
  }),
  node("paying", "update", "待财务退款", [8, 0], { stage: "待财务退款" }),
  node("pay", "task", "财务退款", [9, 0], {
    title: "退款 ¥{{ ticket.fields.refundAmount }}：订单 {{ order.id }}",
    group: "finance",
    due: "P1D",
    calendar: "finance",
    outcomes: [outcome("paid", "已退款"), outcome("failed", "退款失败")],
    saveAs: "payment",
  }),
  node("pay-trouble", "update", "退款受阻", [10, 1], {
    stage: "退款受阻",
    addTags: ["退款受阻"],
    priority: "P1",
  }),
  node("told", "reply", "通知已退款", [10, 0], {
    text: "亲，您的退款已处理，原路退回一般 1–3 个工作日到账，请留意账户信息。感谢您的耐心等待～",
  }),
  node("resolved", "update", "已解决", [11, 0], { stage: "已退款", status: "resolved" }),
  node("refused", "reply", "告知不通过", [10, 3], {
    text: "亲，您的退货申请暂未通过，客服会尽快与您说明原因并商量解决办法。",
  }),
  node("reopened", "update", "交回客服", [11, 3], { stage: "退货协商", priority: "P2" }),
  node("done", "end", "结束", [12, 0]),
];

const links: readonly Link[] = [
  ["start", "out", "waiting"],
  ["waiting", "out", "track-ready"],
  ...lookupLinks(track),
  ["inspect", "good", "amount"],
  ["inspect", "bad", "refused"],
  ["inspect", "missing", "late"],
  ["inspect", "timeout", "late"],
  ["late", "out", "chase"],
  ["chase", "good", "amount"],
  ["chase", "bad", "refused"],
  ["chase", "timeout", "refused"],
  ["amount", "large", "approve"],
  ["amount", "else", "paying"],
  ["approve", "approved", "paying"],
  ["approve", "rejected", "refused"],
  ["approve", "timeout", "approve-late"],
  ["approve-late", "approved", "paying"],
  ["approve-late", "rejected", "refused"],
  ["approve-late", "timeout", "refused"],
  ["paying", "out", "pay"],
  ["pay", "paid", "told"],
  ["pay", "failed", "pay-trouble"],
  ["pay", "timeout", "pay-trouble"],
  ["pay-trouble", "out", "done"],
  ["told", "out", "resolved"],
  ["resolved", "out", "done"],
  ["refused", "out", "reopened"],
  ["reopened", "out", "done"],
];

export const returnsWorkflow = drawWorkflow({
  key: "returns",
  name: "退货退款",
  description: "客服把环节改为“退货申请”后：查物流 → 仓库质检 → 500 元以上审批 → 财务退款 → 通知客户。",
  variables: {
    trackUrl: { type: "string", default: "" },
    track: { type: "object" },
    inspection: { type: "object" },
    approval: { type: "object" },
    payment: { type: "object" },
  },
  nodes,
  links,
});
