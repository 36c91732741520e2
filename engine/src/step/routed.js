import { syncClocks } from "./clocks.js";
import { waitingTokens, wake } from "./runs.js";
import { signalOf } from "./signals.js";

function place(ticket, position, now) {
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
/** Applies a routing outcome and lets the workflow that asked for it go on. */
export function applyRouting(burst, event) {
  const before = burst.ticket;
  const { position, decision, cause } = event;
  burst.routing = position;
  if (decision) burst.decisions.push(decision);
  const placed = place(before, position, burst.now);
  const transferred = cause === "manual" && before.assignee !== null && placed.assignee !== before.assignee;
  burst.ticket = transferred ? { ...placed, transferCount: placed.transferCount + 1 } : placed;
  burst.log.push({ type: "routed", cause, outcome: decision ? { ...decision.outcome } : null });
  burst.signalChanges(before, event.origin ?? null);
  if (burst.ticket.assignee !== null && burst.ticket.assignee !== before.assignee)
    burst.signals.push(signalOf("ticket.assigned", event.origin ?? null, ["assignee"]));
  syncClocks(burst, "routed");
  wakeRouted(burst, position);
}
/** A route node goes on once the ticket has an agent or lies in a pool; while it waits for a group, so does the node. */
function wakeRouted(burst, position) {
  if (position?.type !== "assigned" && position?.type !== "pooled") return;
  const port = position.type;
  for (const { run, token, wait } of waitingTokens(burst))
    if (wait.type === "route") wake(burst, run.id, token.id, { type: "routed", port });
}
//# sourceMappingURL=routed.js.map
