/**
 * 积压应急: prepared for the evening on which the queue runs over. Its window lies in the past; starting it moves the
 * window to now, for four hours or as long as is asked for. Urgent tickets, complaints and VIP go their ordinary way.
 */
import type { SluiceDocument } from "../documents/document.ts";
import type { Route } from "../documents/routing.ts";

const toOverflow: Route = {
  id: "backlog-overflow",
  name: "积压转紧急领取池",
  when: {
    all: [
      { fact: "ticket.priority", operator: "in", value: ["P2", "P3"] },
      { not: { condition: "complaint" } },
      { not: { condition: "vip" } },
    ],
  },
  steps: [{ pool: "overflow" }],
};

const window = { from: "2025-01-01T20:00:00+08:00", until: "2025-01-02T00:00:00+08:00" };

export const backlogCampaign: SluiceDocument<"campaign"> = {
  kind: "campaign",
  key: "backlog",
  name: "积压应急",
  description:
    "工单积压时一键启动：P2、P3 的普通工单直接进紧急领取池，新工单先收到公告。P0、P1、投诉和 VIP 不变，时限不变。",
  formatVersion: 1,
  spec: {
    ...window,
    precedence: 20,
    phases: [
      {
        id: "emergency",
        name: "应急",
        ...window,
        routing: [{ policy: "default", prepend: [toOverflow] }],
        workflows: ["backlog-autoreply"],
        announcement: {
          "zh-CN": "当前咨询较多，回复会比平时慢一些，请不要重复提交；紧急问题和投诉优先处理。",
          en: "We are very busy right now and answers take longer than usual. Please do not send your question twice; urgent matters and complaints come first.",
        },
      },
    ],
  },
};
