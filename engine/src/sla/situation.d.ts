/** What the metrics look at: the moments of a ticket's life that start and stop clocks. */
import type { Priority, TicketStatus } from "@sluice/schemas";
import type { Facts } from "../state/events.ts";
import type { TicketRecord } from "../state/ticket-state.ts";
/** Instants in epoch ms, `null` for what has not happened. */
export interface SlaSituation {
    readonly createdAt: number;
    readonly status: TicketStatus;
    readonly priority: Priority;
    readonly assignee: string | null;
    readonly firstAssignedAt: number | null;
    /** First public reply of anybody but the customer. */
    readonly firstReplyAt: number | null;
    readonly firstHumanReplyAt: number | null;
    /** Earliest customer message that no human has answered; the creation counts as one. */
    readonly unansweredSince: number | null;
    readonly lastHumanReplyAt: number | null;
    readonly lastAgentUpdateAt: number | null;
    readonly resolvedAt: number | null;
    readonly closedAt: number | null;
    /** What tiers, overlays and `platformDue` read. */
    readonly facts: Facts;
}
/** The situation of a stored ticket. */
export declare const toSituation: (ticket: TicketRecord, facts: Facts) => SlaSituation;
/** When the ticket was resolved, if it is; `fallback` where the ticket does not say. */
export declare function endedAt(situation: SlaSituation, fallback: number): number | null;
