export declare const triggerEvents: {
  readonly "ticket.created": {
    readonly zh: "工单创建";
    readonly en: "Ticket created";
  };
  readonly "ticket.updated": {
    readonly zh: "工单变更";
    readonly en: "Ticket updated";
  };
  readonly "ticket.statusChanged": {
    readonly zh: "状态变化";
    readonly en: "Status changed";
  };
  readonly "ticket.messageReceived": {
    readonly zh: "收到消息";
    readonly en: "Message received";
  };
  readonly "ticket.assigned": {
    readonly zh: "已分配";
    readonly en: "Ticket assigned";
  };
  readonly "ticket.resolved": {
    readonly zh: "已解决";
    readonly en: "Ticket resolved";
  };
  readonly "sla.warning": {
    readonly zh: "SLA 预警（黄牌）";
    readonly en: "SLA warning (yellow card)";
  };
  readonly "sla.breached": {
    readonly zh: "SLA 超时（红牌）";
    readonly en: "SLA breached (red card)";
  };
  readonly schedule: {
    readonly zh: "定时";
    readonly en: "Schedule";
  };
  readonly webhook: {
    readonly zh: "外部回调";
    readonly en: "Webhook";
  };
  readonly "campaign.started": {
    readonly zh: "大促阶段开始";
    readonly en: "Campaign phase started";
  };
  readonly "campaign.ended": {
    readonly zh: "大促阶段结束";
    readonly en: "Campaign phase ended";
  };
  readonly manual: {
    readonly zh: "手动";
    readonly en: "Manual";
  };
};
export type TriggerEvent = keyof typeof triggerEvents;
export declare const triggerEventIds: readonly TriggerEvent[];
