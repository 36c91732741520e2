/** 结单回访: ask after resolving; a bad score is work for the lead, a good one an invitation to review. */
import type { Json } from "../../primitives.ts";
import { drawWorkflow, node } from "./graph.ts";

const score = (operator: string, value: number): Json => ({
  fact: "vars.survey",
  path: "$.score",
  operator,
  value,
});

/** Merged duplicates and spam are not asked. */
const worthAsking: Json = {
  all: [
    { fact: "ticket.tags", operator: "doesNotContain", value: "免回访" },
    { fact: "ticket.category", operator: "isPresent", value: true },
  ],
};

export const surveyWorkflow = drawWorkflow({
  key: "resolution-survey",
  name: "结单回访",
  description: "解决后邀请评价：1–2 分给组长建回访待办，4–5 分邀请晒单；7 天不答则结束。",
  variables: { survey: { type: "object" } },
  nodes: [
    node("start", "trigger", "工单已解决", [0, 0], { on: "ticket.resolved", when: worthAsking }),
    node("ask", "reply", "满意度", [0.5, 0], { text: "亲，这次的服务您还满意吗？请为我们打 1–5 分。" }),
    node("answer", "wait", "等评价", [1, 0], { event: "survey.answered", saveAs: "survey", timeout: "P7D" }),
    node("score", "branch", "几分", [2, 0], {
      branches: [
        { id: "bad", name: "1–2 分", when: score("lessThanInclusive", 2) },
        { id: "good", name: "4–5 分", when: score("greaterThanInclusive", 4) },
      ],
    }),
    node("mark", "update", "标记不满意", [3, 1], { addTags: ["不满意"] }),
    node("call", "task", "组长回访", [4, 1], {
      title: "不满意回访：工单 {{ ticket.number }}",
      group: "senior",
      due: "P1D",
      calendar: "online",
      outcomes: [
        { id: "recovered", name: "已挽回" },
        { id: "unreachable", name: "联系不上" },
      ],
      form: [{ key: "rootCause", type: "text", label: { zh: "根因", en: "Root cause" } }],
    }),
    node("invite", "reply", "邀请晒单", [3, 0], {
      text: "感谢您的认可！方便的话，欢迎到订单里晒个图、写几句使用感受，祝您生活愉快～",
    }),
    node("done", "end", "结束", [5, 0]),
  ],
  links: [
    ["start", "out", "ask"],
    ["ask", "out", "answer"],
    ["answer", "done", "score"],
    ["answer", "timeout", "done"],
    ["score", "bad", "mark"],
    ["score", "good", "invite"],
    ["score", "else", "done"],
    ["mark", "out", "call"],
    ["call", "recovered", "done"],
    ["call", "unreachable", "done"],
    ["call", "timeout", "done"],
    ["invite", "out", "done"],
  ],
});
