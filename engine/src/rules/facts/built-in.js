/** The facts that every ticket has, as the contract names them; `ticket.fields.*` come from the settings. */
import { authors, priorities, slaMetrics, ticketStatuses, } from "@sluice/schemas";
const define = (id, type, zh, en, options) => ({
    id,
    label: { zh, en },
    type,
    group: id.slice(0, id.indexOf(".")),
    ...(options ? { options } : {}),
});
const optionsOf = (values, labels) => values.map((value) => ({ value, label: labels[value] }));
const sameInBoth = (text) => ({ zh: text, en: text });
const priorityOptions = optionsOf(priorities, {
    P0: sameInBoth("P0"),
    P1: sameInBoth("P1"),
    P2: sameInBoth("P2"),
    P3: sameInBoth("P3"),
});
const statusOptions = optionsOf(ticketStatuses, {
    new: { zh: "新建", en: "New" },
    open: { zh: "处理中", en: "Open" },
    pending_customer: { zh: "待客户回复", en: "Waiting for the customer" },
    on_hold: { zh: "挂起", en: "On hold" },
    resolved: { zh: "已解决", en: "Resolved" },
    closed: { zh: "已关闭", en: "Closed" },
});
const authorOptions = optionsOf(authors, {
    customer: { zh: "客户", en: "Customer" },
    agent: { zh: "客服", en: "Agent" },
    bot: { zh: "机器人", en: "Bot" },
    system: { zh: "系统", en: "System" },
});
/** The metrics as both languages call them. */
export const metricLabels = {
    firstResponse: { zh: "首次响应", en: "First response" },
    nextResponse: { zh: "后续响应", en: "Next response" },
    periodicUpdate: { zh: "定期更新", en: "Periodic update" },
    assignment: { zh: "分配", en: "Assignment" },
    resolution: { zh: "解决", en: "Resolution" },
    platformDue: { zh: "平台时限", en: "Platform deadline" },
};
const clockStates = optionsOf(["running", "paused", "stopped", "cancelled", "breached"], {
    running: { zh: "计时中", en: "Running" },
    paused: { zh: "已暂停", en: "Paused" },
    stopped: { zh: "已停止", en: "Stopped" },
    cancelled: { zh: "已取消", en: "Cancelled" },
    breached: { zh: "已超时", en: "Breached" },
});
const weekdayOptions = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"].map((zh, index) => ({
    value: index + 1,
    label: { zh, en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index] },
}));
const ticketFacts = [
    define("ticket.id", "string", "工单 ID", "Ticket id"),
    define("ticket.number", "number", "工单编号", "Ticket number"),
    define("ticket.channel", "string", "渠道", "Channel"),
    define("ticket.shop", "string", "店铺", "Shop"),
    define("ticket.subject", "text", "标题", "Subject"),
    define("ticket.body", "text", "正文", "Body"),
    define("ticket.text", "text", "客户说的话", "What the customer wrote"),
    define("ticket.priority", "string", "优先级", "Priority", priorityOptions),
    define("ticket.status", "string", "状态", "Status", statusOptions),
    define("ticket.stage", "string", "阶段", "Stage"),
    define("ticket.category", "string", "分类", "Category"),
    define("ticket.tags", "string[]", "标签", "Tags"),
    define("ticket.language", "string", "语言", "Language"),
    define("ticket.createdAt", "instant", "创建时间", "Created at"),
    define("ticket.messageCount", "number", "消息数", "Number of messages"),
    define("ticket.reopenCount", "number", "重开次数", "Times reopened"),
    define("ticket.transferCount", "number", "转交次数", "Times handed over"),
];
const partyFacts = [
    define("customer.id", "string", "客户 ID", "Customer id"),
    define("customer.name", "string", "客户姓名", "Customer name"),
    define("customer.tier", "string", "客户等级", "Customer tier"),
    define("customer.annualSpend", "number", "年消费额", "Annual spend"),
    define("customer.tags", "string[]", "客户标签", "Customer tags"),
    define("customer.openTickets", "number", "未完结工单数", "Open tickets of the customer"),
    define("order.id", "string", "订单号", "Order id"),
    define("order.amount", "number", "订单金额", "Order amount"),
    define("order.status", "string", "订单状态", "Order status"),
    define("order.trackingNo", "string", "运单号", "Tracking number"),
];
const eventFacts = [
    define("message.author", "string", "消息作者", "Message author", authorOptions),
    define("message.public", "boolean", "消息对客户可见", "Message is public"),
    define("message.text", "text", "消息内容", "Message text"),
    define("agent.id", "string", "负责客服", "Assigned agent"),
    define("agent.groups", "string[]", "负责客服所在组", "Groups of the assigned agent"),
    define("event.type", "string", "事件类型", "Event type"),
    define("event.actor", "string", "事件发起人", "Who caused the event"),
    define("event.changes", "string[]", "变更的属性", "Changed properties"),
];
const timeFacts = [
    define("time.hour", "number", "当前小时（0–23）", "Hour now (0–23)"),
    define("time.weekday", "number", "当前星期", "Weekday now", weekdayOptions),
    define("time.date", "string", "当前日期（YYYY-MM-DD）", "Date now (YYYY-MM-DD)"),
];
const slaFacts = slaMetrics.flatMap((metric) => {
    const { zh, en } = metricLabels[metric];
    return [
        define(`sla.${metric}.state`, "string", `${zh}计时状态`, `${en}: clock state`, clockStates),
        define(`sla.${metric}.remainingMinutes`, "number", `${zh}剩余分钟`, `${en}: minutes left`),
    ];
});
/** Every built-in fact, in the order in which pickers show them. */
export const builtInFacts = [
    ...ticketFacts,
    ...partyFacts,
    ...eventFacts,
    ...slaFacts,
    ...timeFacts,
    define("campaign.active", "string[]", "进行中的活动", "Campaigns in force"),
];
//# sourceMappingURL=built-in.js.map