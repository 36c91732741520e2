/** SLA within a burst: the policy's clocks follow the ticket, and what they fire is told. */
import type { RevisionRef } from "@sluice/schemas";
import type { TicketEvent } from "../state/events.ts";
import type { Burst } from "./burst.ts";
/** Starts the clocks of a policy's live revision; a ticket that has clocks already is retargeted. */
export declare function startClocks(burst: Burst, key: string): void;
/** Lets the clocks follow what changed: stop, pause, resume, restart, retarget. */
export declare function syncClocks(burst: Burst, cause: string): void;
/** Fires what is due on the clocks and tells whom it concerns. */
export declare function advanceClocks(burst: Burst): void;
/** Clocks that are open when a campaign phase starts or ends follow the phase's edge policy. */
export declare function applyCampaignEdge(
  burst: Burst,
  event: TicketEvent & {
    readonly type: "campaign.edge";
  },
): void;
/** A policy published with `apply: "open"`: the ticket's clocks move to the new revision. */
export declare function applyPublishedPolicy(burst: Burst, ref: RevisionRef): void;
/** State and remaining minutes of a metric's latest clock, as facts. */
export declare function clockFacts(
  burst: Burst,
  metric: string,
):
  | {
      readonly state: string;
      readonly remainingMinutes: number;
    }
  | undefined;
