/** A ticket as routing sees it. */
import type { Definitions } from "../definitions/definitions.ts";
import { EngineError } from "../errors.ts";
import type { CompiledRouting } from "../routing/policy.ts";
import type { RoutingRequest } from "../routing/request.ts";
import type { Facts } from "../state/events.ts";
import type { TicketState, TokenRef } from "../state/ticket-state.ts";

/** The last assignee of the ticket's customer. */
export type Sticky = { readonly agent: string; readonly at: number } | null;

/** Due of the earliest clock that runs, epoch ms, or `null`. */
export function earliestDue({ clocks }: Pick<TicketState, "clocks">): number | null {
  const dues = clocks.filter(({ state }) => state === "running").map(({ due }) => due);
  return dues.length === 0 ? null : Math.min(...dues);
}

/** Builds the request from the aggregate as it is now. */
export function toRoutingRequest(
  state: TicketState,
  facts: Facts,
  sticky: Sticky,
  run: TokenRef | null,
): RoutingRequest {
  const { ticket } = state;
  return {
    ticket: ticket.id,
    facts,
    kind: ticket.capacityKind,
    shop: ticket.shop,
    status: ticket.status,
    priority: ticket.priority,
    due: earliestDue(state),
    createdAt: ticket.createdAt,
    escalated: ticket.escalated,
    sticky,
    current: state.routing,
    run,
  };
}

/**
 * The policy that is named, else the one that the ticket's position belongs to (its live revision where that one is
 * not loaded), else the house's default.
 */
export function policyFor(
  definitions: Definitions,
  state: TicketState | null,
  now: number,
  key?: string,
): CompiledRouting {
  const pinned = key === undefined ? state?.routing?.policy : null;
  const live = (wanted: string | undefined) =>
    wanted === undefined ? undefined : definitions.routing(wanted, now);
  const policy =
    key === undefined
      ? ((pinned ? definitions.routing(pinned.key, now, pinned.revision) : undefined) ??
        live(pinned?.key) ??
        live(definitions.defaultRouting))
      : live(key);
  if (policy) return policy;
  const wanted = key ?? pinned?.key ?? "";
  throw new EngineError("definition.missing", `routing policy "${wanted}" is not published`, {
    policy: wanted,
  });
}

/** The policy that a ticket is routed anew by: what is live of its own one, where that is still published. */
export function livePolicyFor(
  definitions: Definitions,
  state: TicketState | null,
  now: number,
): CompiledRouting {
  const key = state?.routing?.policy?.key;
  return (key === undefined ? undefined : definitions.routing(key, now)) ?? policyFor(definitions, null, now);
}
