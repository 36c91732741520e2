import type { TicketEvent } from "../state/events.ts";
import type { Burst } from "./burst.ts";
/** Applies the event itself to the working copy. */
export declare function handleEvent(burst: Burst, event: TicketEvent): void;
