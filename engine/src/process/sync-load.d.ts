/** The routing aggregate follows what a step changed on the ticket: its status, and where it lies in a queue. */
import type { Definitions } from "../definitions/definitions.ts";
import type { LoadState } from "../routing/load-state.ts";
import type { TicketState } from "../state/ticket-state.ts";
/** Brings the load state up to date after a step that did not route. */
export declare function syncLoad(
  definitions: Definitions,
  load: LoadState,
  before: TicketState | null,
  after: TicketState,
): void;
