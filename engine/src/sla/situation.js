/** The situation of a stored ticket. */
export const toSituation = (ticket, facts) => ({
    createdAt: ticket.createdAt,
    status: ticket.status,
    priority: ticket.priority,
    assignee: ticket.assignee,
    firstAssignedAt: ticket.firstAssignedAt,
    firstReplyAt: ticket.firstReplyAt,
    firstHumanReplyAt: ticket.firstHumanReplyAt,
    unansweredSince: ticket.unansweredSince,
    lastHumanReplyAt: ticket.lastHumanReplyAt,
    lastAgentUpdateAt: ticket.lastAgentUpdateAt,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
    facts,
});
/** When the ticket was resolved, if it is; `fallback` where the ticket does not say. */
export function endedAt(situation, fallback) {
    if (situation.status !== "resolved" && situation.status !== "closed")
        return null;
    return situation.resolvedAt ?? situation.closedAt ?? fallback;
}
//# sourceMappingURL=situation.js.map