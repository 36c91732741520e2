/** A ticket as routing sees it. */
import type { Definitions } from "../definitions/definitions.ts";
import type { CompiledRouting } from "../routing/policy.ts";
import type { RoutingRequest } from "../routing/request.ts";
import type { Facts } from "../state/events.ts";
import type { TicketState, TokenRef } from "../state/ticket-state.ts";
/** The last assignee of the ticket's customer. */
export type Sticky = {
  readonly agent: string;
  readonly at: number;
} | null;
/** Due of the earliest clock that runs, epoch ms, or `null`. */
export declare function earliestDue({ clocks }: Pick<TicketState, "clocks">): number | null;
/** Builds the request from the aggregate as it is now. */
export declare function toRoutingRequest(
  definitions: Definitions,
  state: TicketState,
  facts: Facts,
  sticky: Sticky,
  run: TokenRef | null,
): RoutingRequest;
/** The policy that the ticket's position belongs to, else the one that is named, else the house's only one. */
export declare function policyFor(
  definitions: Definitions,
  state: TicketState | null,
  now: number,
  key?: string,
): CompiledRouting;
