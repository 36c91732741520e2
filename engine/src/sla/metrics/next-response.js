/** After the first human reply: earliest unanswered customer message → human reply; then it starts anew. */
export const nextResponse = {
    id: "nextResponse",
    label: { zh: "后续响应", en: "Next response" },
    description: {
        zh: "首响之后，从最早一条未回复的客户消息到人工回复",
        en: "After the first reply: from the earliest unanswered customer message to a human reply",
    },
    restarts: true,
    pauseOn: [],
    adjustable: true,
    onResolved: "cancel",
    startOf: ({ firstHumanReplyAt, unansweredSince }) => (firstHumanReplyAt === null ? null : unansweredSince),
    stopOf: ({ unansweredSince, lastHumanReplyAt }, startedAt) => unansweredSince === startedAt ? null : Math.max(startedAt, lastHumanReplyAt ?? startedAt),
};
//# sourceMappingURL=next-response.js.map