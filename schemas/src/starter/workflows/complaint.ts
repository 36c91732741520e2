/** 投诉升级: a ticket that turns into a complaint goes to the rapid team, and its lead gets a task. */
import type { Json } from "../../primitives.ts";
import { drawWorkflow, node } from "./graph.ts";

const becameComplaint: Json = {
  all: [
    { fact: "event.changes", operator: "contains", value: "category" },
    { condition: "complaint" },
    { fact: "ticket.tags", operator: "doesNotContain", value: "投诉升级" },
  ],
};

/** A new ticket is routed by 新工单受理; one that turns into a complaint later must move. */
const mustMove: Json = {
  all: [
    { fact: "event.type", operator: "notEqual", value: "ticket.created" },
    { fact: "agent.groups", operator: "doesNotContain", value: "rapid" },
  ],
};

export const complaintWorkflow = drawWorkflow({
  key: "complaint-escalation",
  name: "投诉升级",
  description: "分类变为投诉时：安抚客户、转快速响应小组、给组长一张 30 分钟待办，超时再报总监。",
  nodes: [
    node("start", "trigger", "变为投诉", [0, 0], { on: "ticket.updated", when: becameComplaint }),
    node("mark", "update", "标记升级", [1, 0], { addTags: ["投诉升级"], stage: "投诉处理中" }),
    node("calm", "reply", "安抚", [2, 0], {
      text: "亲，非常抱歉给您带来不好的体验。您的问题已升级给专人处理，我们会尽快与您联系。",
    }),
    node("where", "branch", "是否要转组", [3, 0], {
      branches: [{ id: "move", name: "不在快速响应", when: mustMove }],
    }),
    node("assign", "route", "转快速响应", [4, 1], { policy: "default" }),
    node("lead", "task", "组长处理", [5, 0], {
      title: "投诉：30 分钟内联系客户，工单 {{ ticket.number }}",
      group: "rapid",
      due: "PT30M",
      outcomes: [
        { id: "contacted", name: "已联系客户" },
        { id: "legal", name: "需法务介入" },
      ],
      form: [{ key: "summary", type: "text", label: { zh: "沟通摘要", en: "Summary" } }],
    }),
    node("late", "update", "联系超时", [6, 1], { addTags: ["投诉超时"], priority: "P0" }),
    node("director", "task", "报总监", [7, 1], {
      title: "投诉 30 分钟未联系：工单 {{ ticket.number }}",
      assignee: "a24",
      outcomes: [{ id: "handled", name: "已处理" }],
    }),
    node("legal", "update", "转法务", [6, 2], {
      addTags: ["法务"],
      stage: "法务处理中",
      fields: { risk: "legal" },
    }),
    node("done", "end", "结束", [8, 0]),
  ],
  links: [
    ["start", "out", "mark"],
    ["mark", "out", "calm"],
    ["calm", "out", "where"],
    ["where", "move", "assign"],
    ["where", "else", "lead"],
    ["assign", "assigned", "lead"],
    ["assign", "pooled", "lead"],
    ["lead", "contacted", "done"],
    ["lead", "legal", "legal"],
    ["lead", "timeout", "late"],
    ["late", "out", "director"],
    ["director", "handled", "done"],
    ["director", "timeout", "done"],
    ["legal", "out", "done"],
  ],
});
