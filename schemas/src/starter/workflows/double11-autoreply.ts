/** 双11自动回复: tells every new customer the campaign's promise, only while the campaign is in force. */
import { drawWorkflow, node } from "./graph.ts";

export const double11AutoreplyWorkflow = drawWorkflow({
  key: "double11-autoreply",
  name: "双11 自动回复",
  description: "大促期间，新工单先收到公告；活动结束自动停。",
  nodes: [
    node("start", "trigger", "大促期间的新工单", [0, 0], {
      on: "ticket.created",
      when: { fact: "campaign.active", operator: "contains", value: "double11-2026" },
    }),
    node("announce", "reply", "公告", [1, 0], {
      text: "亲，您好！{{ campaign.announcement }}为了更快帮您处理，请把订单号和问题一起发给我们～",
    }),
    node("done", "end", "结束", [2, 0]),
  ],
  links: [
    ["start", "out", "announce"],
    ["announce", "out", "done"],
  ],
});
