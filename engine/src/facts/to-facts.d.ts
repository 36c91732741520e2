/** The flat facts of one ticket at one moment: what every condition and template reads. */
import { type Json } from "@sluice/schemas";
import type { Facts, TicketEvent } from "../state/events.ts";
import type { TicketRecord, TicketText } from "../state/ticket-state.ts";
/** The message that the current event brought, if it brought one. */
export interface EventMessage {
  readonly author: string;
  readonly public: boolean;
  readonly text: string;
}
export interface FactSource {
  readonly ticket: TicketRecord;
  readonly text: TicketText;
  readonly event: TicketEvent;
  readonly changes: readonly string[];
  readonly message: EventMessage | null;
  readonly assigneeGroups: readonly string[];
  readonly now: number;
  readonly timezone: string;
  readonly campaigns: readonly string[];
  readonly variables: {
    readonly [name: string]: Json;
  };
  /** State and remaining minutes of a metric's latest clock; `null` where nothing that is live reads them. */
  readonly clock:
    | ((metric: string) =>
        | {
            readonly state: string;
            readonly remainingMinutes: number;
          }
        | undefined)
    | null;
}
/** Builds the facts; a value that the ticket does not have is `undefined`. */
export declare function toFacts(source: FactSource): Facts;
