export const triggerEvents = {
  "ticket.created": { zh: "工单创建", en: "Ticket created" },
  "ticket.updated": { zh: "工单变更", en: "Ticket updated" },
  "ticket.statusChanged": { zh: "状态变化", en: "Status changed" },
  "ticket.messageReceived": { zh: "收到消息", en: "Message received" },
  "ticket.assigned": { zh: "已分配", en: "Ticket assigned" },
  "ticket.resolved": { zh: "已解决", en: "Ticket resolved" },
  "sla.warning": { zh: "SLA 预警（黄牌）", en: "SLA warning (yellow card)" },
  "sla.breached": { zh: "SLA 超时（红牌）", en: "SLA breached (red card)" },
  schedule: { zh: "定时", en: "Schedule" },
  webhook: { zh: "外部回调", en: "Webhook" },
  "campaign.started": { zh: "大促阶段开始", en: "Campaign phase started" },
  "campaign.ended": { zh: "大促阶段结束", en: "Campaign phase ended" },
  manual: { zh: "手动", en: "Manual" },
};
export const triggerEventIds = Object.keys(triggerEvents);
//# sourceMappingURL=trigger-events.js.map
