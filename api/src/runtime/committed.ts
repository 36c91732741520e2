/** What one command came to, once it is on the disk. */
import type { RunState, TicketState } from "@sluice/engine";
import type { Decision } from "@sluice/schemas";

export interface CommittedEvent {
  readonly state: TicketState;
  readonly decisions: readonly Decision[];
  /** Runs that ended in this event: they are not in the state any more. */
  readonly endedRuns: readonly RunState[];
  /** False when the ticket was there already (same channel and externalId). */
  readonly created: boolean;
  /** Agents that are free although the ticket waits: others are ahead of it, and can be served now. */
  readonly drain: readonly string[];
  /** False when it was known already (the same externalId): nothing was done. */
  readonly changed: boolean;
}
