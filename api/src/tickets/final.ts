/** When a closed ticket is closed for good. */
import type { TicketState } from "@sluice/engine";

const dayMs = 86_400_000;

/** True once a ticket has been closed for `closedFinalDays`: a message then makes a new, linked ticket. */
export const isFinal = ({ ticket }: TicketState, closedFinalDays: number, now: number): boolean =>
  ticket.status === "closed" && ticket.closedAt !== null && now - ticket.closedAt >= closedFinalDays * dayMs;
