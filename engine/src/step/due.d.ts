import type { TicketState } from "../state/ticket-state.ts";
import type { Burst } from "./burst.ts";
/** Does everything that is due by now: clocks first, then waits in due order. */
export declare function handleDue(burst: Burst): void;
/** The next instant at which routing has something to do with the ticket, or `null`. */
export declare function nextRoutingAt({ routing }: Pick<TicketState, "routing">): number | null;
/** The one timer of a ticket: the earliest of all that it waits for, epoch ms, or `null`. */
export declare function nextDueAt(state: TicketState): number | null;
