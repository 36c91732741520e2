/** Sweeps ask every open ticket; one that they do not concern stays as it was. */
import type { TicketEvent } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
import type { ProcessResult } from "./process-event.ts";

/** True when a campaign's edge or a published policy changed nothing on the ticket: there is nothing to store. */
export function isIdleSweep(before: TicketState, event: TicketEvent, result: ProcessResult): boolean {
  if (event.type !== "campaign.edge" && event.type !== "sla.published") return false;
  const outcome = [result.decisions, result.effects, result.log, result.runs, result.tasks];
  return (
    outcome.every((part) => part.length === 0) && before.sla?.revision === result.ticketState.sla?.revision
  );
}
