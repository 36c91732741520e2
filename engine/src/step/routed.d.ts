/** What routing decided becomes the ticket's assignee, group and pool. */
import type { TicketEvent } from "../state/events.ts";
import type { Burst } from "./burst.ts";

type RoutingDecided = TicketEvent & {
  readonly type: "routing.decided";
};
/** Applies a routing outcome and lets the workflow that asked for it go on. */
export declare function applyRouting(burst: Burst, event: RoutingDecided): void;
