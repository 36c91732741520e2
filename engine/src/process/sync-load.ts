/** The routing aggregate follows what a step changed on the ticket: its status, and where it lies in a queue. */
import type { LoadState, QueueEntry } from "../routing/load-state.ts";
import { claimedFrom } from "../routing/placement.ts";
import type { TicketState } from "../state/ticket-state.ts";
import { isDone } from "../ticket/apply-changes.ts";
import { earliestDue } from "./routing-request.ts";

/** Brings the load state up to date after a step that did not route. */
export function syncLoad(load: LoadState, before: TicketState | null, after: TicketState): void {
  const position = after.routing;
  if (position === null) return;
  if (position.type === "assigned") syncAssigned(load, before, after, position);
  else syncQueued(load, after, position);
}

type Assigned = NonNullable<TicketState["routing"]> & { readonly type: "assigned" };

/**
 * The agent carries the ticket under the status that it had before the step: also when the step's own event gave it
 * to them, since routing placed it as it was then and a workflow went on from there.
 */
function syncAssigned(
  load: LoadState,
  before: TicketState | null,
  after: TicketState,
  position: Assigned,
): void {
  const was = before?.ticket.status;
  if (was === undefined || was === after.ticket.status) return;
  const kind = after.ticket.capacityKind;
  load.changeStatus(
    position.agent,
    { kind, status: was, claimedFrom: claimedFrom(position) },
    after.ticket.status,
  );
}

type Queued = Exclude<NonNullable<TicketState["routing"]>, { type: "assigned" }>;

/** A done ticket leaves its queue and keeps its place in mind; reopened, it lies there again. */
function syncQueued(load: LoadState, after: TicketState, position: Queued): void {
  const { ticket } = after;
  const entry = load.entry(ticket.id);
  if (isDone(ticket.status)) {
    if (entry) load.dequeue(ticket.id);
    return;
  }
  if (entry) {
    load.updateEntry(ticket.id, {
      due: earliestDue(after),
      priority: ticket.priority,
      escalated: ticket.escalated,
      status: ticket.status,
    });
    return;
  }
  load.enqueue(toEntry(after, position));
}

function toEntry({ ticket, ...state }: TicketState, position: Queued): QueueEntry {
  const waiting = position.type === "waiting";
  return {
    ticket: ticket.id,
    policy: position.policy,
    route: position.route,
    step: position.step,
    type: position.type,
    group: waiting ? position.group : null,
    pool: waiting ? null : position.pool,
    kind: ticket.capacityKind,
    shop: ticket.shop,
    status: ticket.status,
    priority: ticket.priority,
    due: earliestDue(state),
    createdAt: ticket.createdAt,
    since: position.since,
    timeoutAt: waiting ? position.timeoutAt : null,
    escalated: ticket.escalated,
    notFirst: waiting ? null : position.notFirst,
    exclude: [],
  };
}
