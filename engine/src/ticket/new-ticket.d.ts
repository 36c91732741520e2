/** A ticket at the moment it comes in: before anything classified, clocked or routed it. */
import type { NewTicket } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
/** The aggregate of a new ticket; `createdAt` is the caller's, else `now`. */
export declare function createTicketState(source: NewTicket, now: number): TicketState;
