/** 新工单受理: what happens to every new ticket. */
import { drawWorkflow, node } from "./graph.ts";

export const intakeWorkflow = drawWorkflow({
  key: "intake",
  name: "新工单受理",
  description: "每张新工单：分类 → 启动 SLA 计时 → 分配。",
  nodes: [
    node("start", "trigger", "新工单", [0, 0], { on: "ticket.created" }),
    node("classify", "classify", "分类", [1, 0], { ruleset: "default" }),
    node("clocks", "sla", "启动计时", [2, 0], { policy: "default" }),
    node("assign", "route", "分配", [3, 0], { policy: "default" }),
    node("done", "end", "结束", [4, 0]),
  ],
  links: [
    ["start", "out", "classify"],
    ["classify", "out", "clocks"],
    ["clocks", "out", "assign"],
    ["assign", "assigned", "done"],
    ["assign", "pooled", "done"],
  ],
});
