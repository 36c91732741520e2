/**
 * Changes to a ticket's own values, and the life of its status:
 * new → open → pending_customer | on_hold → open → resolved → closed; resolved or closed → open is a reopening.
 */
import type { TicketStatus } from "@sluice/schemas";
import type { TicketChanges } from "../state/events.ts";
import type { TicketRecord } from "../state/ticket-state.ts";
/** True when a ticket is done: nobody works on it. */
export declare const isDone: (status: TicketStatus) => boolean;
/**
 * The ticket with another status and the instants that go with it.
 * @throws EngineError `ticket.transition` when the status may not follow.
 */
export declare function applyStatus(ticket: TicketRecord, status: TicketStatus, now: number): TicketRecord;
/** The ticket after the changes; `explicit` marks a priority that a person or caller chose. */
export declare function applyChanges(
  ticket: TicketRecord,
  changes: TicketChanges,
  now: number,
  explicit: boolean,
): TicketRecord;
/** The properties that differ, for `event.changes` and for triggers. */
export declare const changedProperties: (before: TicketRecord, after: TicketRecord) => readonly string[];
