/** Messages within a burst: what comes in, and what workflows answer. */
import type { TicketEvent } from "../state/events.ts";
import type { Burst } from "./burst.ts";
/** A message of the customer or an agent: stored, counted, and signalled to workflows. */
export declare function receiveMessage(
  burst: Burst,
  event: TicketEvent & {
    readonly type: "message.received";
  },
): void;
/** Anything that the assignee does keeps a claimed ticket from going back to its pool. */
export declare function touchClaim(burst: Burst): void;
/** A workflow's message to the customer; no human reply, and it starts no workflow. */
export declare function botReply(burst: Burst, workflow: string, text: string, isPublic: boolean): void;
