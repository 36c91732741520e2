/** What routing decided becomes the ticket's assignee, group and pool. */
import type { Origin, TicketEvent } from "../state/events.ts";
import type { RoutingPosition, TicketRecord } from "../state/ticket-state.ts";
import { isDone } from "../ticket/apply-changes.ts";
import type { Burst } from "./burst.ts";
import { syncClocks } from "./clocks.ts";
import { originOf, waitingTokens } from "./run-store.ts";
import { drop, wake } from "./runs.ts";
import { signalOf } from "./signals.ts";

type RoutingDecided = TicketEvent & { readonly type: "routing.decided" };

function place(ticket: TicketRecord, position: RoutingPosition | null, now: number): TicketRecord {
  if (position === null) return { ...ticket, assignee: null, pool: null };
  if (position.type === "pooled") return { ...ticket, assignee: null, pool: position.pool };
  if (position.type === "waiting") return { ...ticket, assignee: null, pool: null, group: position.group };
  return {
    ...ticket,
    assignee: position.agent,
    group: position.group ?? ticket.group,
    pool: null,
    firstAssignedAt: ticket.firstAssignedAt ?? now,
  };
}

/** The workflow whose route node brought the outcome, at once or after a wait; `null` when somebody else did. */
function originOfOutcome({ routing, runs }: Burst, { origin, cause }: RoutingDecided): Origin | null {
  if (origin) return origin;
  if (routing?.type !== "waiting" || (cause !== "timeout" && cause !== "drain")) return null;
  const asked = routing.run && runs.get(routing.run.run);
  return asked ? originOf(asked) : null;
}

/** Applies a routing outcome and lets the workflow that asked for it go on. */
export function applyRouting(burst: Burst, event: RoutingDecided): void {
  burst.trace?.mark(burst);
  const before = burst.ticket;
  const { position, decision, cause } = event;
  const origin = originOfOutcome(burst, event);
  burst.routing = position;
  if (decision) burst.decisions.push(decision);
  const placed = place(before, position, burst.now);
  // Given back to a pool is not handed on: the count is there to show tickets that are kicked around (踢皮球).
  const moved = before.assignee !== null && placed.assignee !== before.assignee;
  const transferred = cause === "manual" && moved && position?.type !== "pooled";
  burst.ticket = transferred ? { ...placed, transferCount: placed.transferCount + 1 } : placed;
  burst.log.push({ type: "routed", cause, outcome: decision ? { ...decision.outcome } : null });
  // The line above says what routing did and why: the change is routing's, though a workflow asked for it.
  burst.signalChanges(before, origin, null);
  if (burst.ticket.assignee !== null && burst.ticket.assignee !== before.assignee)
    burst.signals.push(signalOf("ticket.assigned", origin, ["assignee"]));
  syncClocks(burst, "routed");
  wakeRouted(burst, position);
  burst.trace?.unmark();
}

/** A route node goes on once the ticket has an agent or lies in a pool; while it waits for a group, so does the node. */
function wakeRouted(burst: Burst, position: RoutingPosition | null): void {
  if (position?.type !== "assigned" && position?.type !== "pooled") return;
  const port = position.type;
  for (const { run, token, wait } of waitingTokens(burst))
    if (wait.type === "route") wake(burst, run.id, token.id, { type: "routed", port });
}

/**
 * Nobody is looked for once the ticket is done: whatever waits for the outcome goes no further. The ticket keeps its place,
 * so that one that is reopened is found an agent; its run is over.
 */
export function endRouteWaits(burst: Burst): void {
  const { routing } = burst;
  if (routing?.type !== "waiting" || !isDone(burst.ticket.status)) return;
  burst.routing = { ...routing, run: null };
  for (const { run, token, wait } of waitingTokens(burst))
    if (wait.type === "route") drop(burst, run.id, token.id);
}
