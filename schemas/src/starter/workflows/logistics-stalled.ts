/** 物流停滞: look the parcel up, calm the customer, look again after a day, then hand over to a person. */
import type { Json } from "../../primitives.ts";
import { drawWorkflow, node } from "./graph.ts";
import { type Lookup, lookupLinks, lookupNodes } from "./lookup.ts";

const stalled: Json = {
  all: [
    { fact: "event.changes", operator: "contains", value: "tags" },
    { fact: "ticket.tags", operator: "contains", value: "物流停滞" },
    { fact: "ticket.tags", operator: "doesNotContain", value: "物流跟进中" },
    { fact: "ticket.category", operator: "equal", value: "logistics.stalled" },
  ],
};

const track: Lookup = {
  id: "track",
  name: "查物流轨迹",
  urlVariable: "trackUrl",
  saveAs: "track",
  method: "GET",
  data: { trackingNo: "{{ order.trackingNo }}" },
  cell: [2, 0],
  next: "calm",
};

const finished = {
  branches: [
    {
      id: "over",
      name: "已解决",
      when: { fact: "ticket.status", operator: "in", value: ["resolved", "closed"] },
    },
  ],
};

export const logisticsStalledWorkflow = drawWorkflow({
  key: "logistics-stalled",
  name: "物流停滞",
  description: "查轨迹 → 自动安抚 → 等 24 小时 → 仍未解决则转人工跟进。填好变量 trackUrl 即可接入快递查询。",
  variables: { trackUrl: { type: "string", default: "" }, track: { type: "object" } },
  nodes: [
    node("start", "trigger", "判为物流停滞", [0, 0], { on: "ticket.updated", when: stalled }),
    node("mark", "update", "标记跟进", [1, 0], { addTags: ["物流跟进中"] }),
    ...lookupNodes(track),
    node("calm", "reply", "自动安抚", [4, 0], {
      text: "亲，您的包裹物流更新有些慢，我们已经联系快递催促核实，24 小时内会给您答复，请放心～{% if order.trackingNo %}运单号：{{ order.trackingNo }}{% endif %}",
    }),
    node("day", "wait", "等 24 小时", [5, 0], { for: "PT24H" }),
    node("still", "branch", "解决了吗", [6, 0], finished),
    node("follow", "task", "人工跟进", [7, 1], {
      title: "物流停滞满 24 小时：工单 {{ ticket.number }}，联系快递并回复客户",
      group: "aftersales",
      due: "PT8H",
      calendar: "online",
      outcomes: [
        { id: "moving", name: "已恢复" },
        { id: "lost", name: "确认丢件" },
      ],
    }),
    node("lost", "update", "转丢件理赔", [8, 1], {
      category: "logistics.lost",
      addTags: ["丢件"],
      stage: "丢件理赔",
      priority: "P1",
    }),
    node("overdue", "update", "跟进超时", [8, 2], { addTags: ["跟进超时"], priority: "P1" }),
    node("done", "end", "结束", [9, 0]),
  ],
  links: [
    ["start", "out", "mark"],
    ["mark", "out", "track-ready"],
    ...lookupLinks(track),
    ["calm", "out", "day"],
    ["day", "done", "still"],
    ["day", "timeout", "still"],
    ["still", "over", "done"],
    ["still", "else", "follow"],
    ["follow", "moving", "done"],
    ["follow", "lost", "lost"],
    ["follow", "timeout", "overdue"],
    ["lost", "out", "done"],
    ["overdue", "out", "done"],
  ],
});
