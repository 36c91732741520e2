/** 积压自动回复: tells every new customer that answers take longer, only while the emergency campaign is in force. */
import { drawWorkflow, node } from "./graph.ts";

export const backlogAutoreplyWorkflow = drawWorkflow({
  key: "backlog-autoreply",
  name: "积压自动回复",
  description: "积压应急期间，新工单先收到公告；应急结束自动停。",
  nodes: [
    node("start", "trigger", "应急期间的新工单", [0, 0], {
      on: "ticket.created",
      when: { fact: "campaign.active", operator: "contains", value: "backlog" },
    }),
    node("announce", "reply", "公告", [1, 0], {
      text: "亲，您好！{{ campaign.announcement }}请先把订单号和问题一起留言，我们会按顺序逐一处理～",
    }),
    node("done", "end", "结束", [2, 0]),
  ],
  links: [
    ["start", "out", "announce"],
    ["announce", "out", "done"],
  ],
});
