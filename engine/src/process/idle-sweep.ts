/** Sweeps ask every open ticket; one that they do not concern stays as it was. */
import type { TicketEvent } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
import type { ProcessResult } from "./process-event.ts";

const sweeping: readonly string[] = ["campaign.edge", "sla.published", "calendar.published"];

/** True when a campaign's edge, a published policy or calendar changed nothing on the ticket: there is nothing to store. */
export function isIdleSweep(before: TicketState, event: TicketEvent, result: ProcessResult): boolean {
  if (!sweeping.includes(event.type)) return false;
  const outcome = [result.decisions, result.effects, result.log, result.runs, result.tasks];
  return (
    outcome.every((part) => part.length === 0) && before.sla?.revision === result.ticketState.sla?.revision
  );
}
