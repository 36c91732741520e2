/** The facts of a ticket outside a step: for routing and for previews. */
import type { Definitions } from "../definitions/definitions.ts";
import type { Facts, TicketEvent } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
import { Burst, newBudget } from "./burst.ts";

/** What a condition would read of the ticket at `now`. */
export const ticketFacts = (
  definitions: Definitions,
  state: TicketState,
  event: TicketEvent,
  now: number,
): Facts => new Burst(definitions, state, event, now, newBudget()).facts();
