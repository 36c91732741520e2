/** Since the last agent update while the ticket is open; each update starts it anew. */
export const periodicUpdate = {
    id: "periodicUpdate",
    label: { zh: "定期更新", en: "Periodic update" },
    description: {
        zh: "处理中的工单距客服上次更新的时间",
        en: "Time since an agent last updated an open ticket",
    },
    restarts: true,
    pauseOn: ["pending_customer"],
    adjustable: true,
    onResolved: "stop",
    startOf: ({ lastAgentUpdateAt }) => lastAgentUpdateAt,
    stopOf: ({ lastAgentUpdateAt }, startedAt) => lastAgentUpdateAt !== null && lastAgentUpdateAt > startedAt ? lastAgentUpdateAt : null,
};
//# sourceMappingURL=periodic-update.js.map