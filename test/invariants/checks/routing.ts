/** routing: every ticket lies in one place, the queues hold exactly those that lie there, and the loads add up. */
import type { QueueEntry, RoutingPosition } from "@sluice/engine";
import type { Check } from "../check.ts";
import { isDone, type Stored, type StoredTicket } from "../stored.ts";

function* place({ id, state: { ticket, routing } }: StoredTicket): Generator<string> {
  const expected = {
    assignee: routing?.type === "assigned" ? routing.agent : null,
    pool: routing?.type === "pooled" ? routing.pool : null,
  };
  if (ticket.assignee !== expected.assignee || ticket.pool !== expected.pool)
    yield `ticket ${id}: ${routing?.type ?? "unrouted"}, but assignee ${ticket.assignee} and pool ${ticket.pool}`;
}

type Queued = Exclude<RoutingPosition, { type: "assigned" }>;

const dueOf = ({ state }: StoredTicket): number | null => {
  const dues = state.clocks.flatMap((clock) => (clock.state === "running" ? [clock.due] : []));
  return dues.length === 0 ? null : Math.min(...dues);
};

/** What a queue must say of a ticket. */
const expectedEntry = (
  ticket: StoredTicket,
  position: Queued,
  kind: QueueEntry["kind"],
): Partial<QueueEntry> => ({
  ticket: ticket.id,
  type: position.type,
  route: position.route,
  step: position.step,
  since: position.since,
  group: position.type === "waiting" ? position.group : null,
  pool: position.type === "pooled" ? position.pool : null,
  timeoutAt: position.type === "waiting" ? position.timeoutAt : null,
  status: ticket.state.ticket.status,
  priority: ticket.state.ticket.priority,
  escalated: ticket.state.ticket.escalated,
  due: dueOf(ticket),
  kind,
});

function* queued(stored: Stored, ticket: StoredTicket): Generator<string> {
  const position = ticket.state.routing;
  const entry = stored.entries.get(ticket.id);
  if (position === null || position.type === "assigned" || isDone(ticket)) {
    if (entry)
      yield `ticket ${ticket.id}: lies in a queue, but is ${position?.type ?? "unrouted"} and ${ticket.state.ticket.status}`;
    return;
  }
  if (!entry) return yield `ticket ${ticket.id}: ${position.type}, but in no queue`;
  const { type, grp, pool, policy, data } = entry;
  if (
    type !== data.type ||
    grp !== data.group ||
    pool !== data.pool ||
    policy !== data.policy.key ||
    policy !== position.policy.key
  )
    yield `queue entry ${ticket.id}: columns, data and position differ`;
  for (const [name, expected] of Object.entries(
    expectedEntry(ticket, position, ticket.state.ticket.capacityKind),
  ))
    if (data[name as keyof QueueEntry] !== expected)
      yield `queue entry ${ticket.id}: ${name} is ${data[name as keyof QueueEntry]}, the ticket says ${expected}`;
}

/** Agent → `kind status` and `claim pool` → how many, counted over all tickets. */
function recount(stored: Stored): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const ticket of stored.tickets.values()) {
    const { routing } = ticket.state;
    if (routing?.type !== "assigned") continue;
    const names = [`${ticket.state.ticket.capacityKind} ${ticket.state.ticket.status}`];
    if (routing.how === "claimed" && routing.pool !== null && routing.policy !== null && !isDone(ticket))
      names.push(`claim ${routing.policy.key}/${routing.pool}`);
    const of = counts.get(routing.agent) ?? new Map<string, number>();
    for (const name of names) of.set(name, (of.get(name) ?? 0) + 1);
    counts.set(routing.agent, of);
  }
  return counts;
}

function storedCounts({ counts, claims }: Stored["loads"][number]): ReadonlyMap<string, number> {
  const byStatus = Object.entries(counts).flatMap(([kind, of]) =>
    Object.entries(of).map(([status, count]) => [`${kind} ${status}`, count] as const),
  );
  return new Map([
    ...byStatus,
    ...Object.entries(claims).map(([pool, count]) => [`claim ${pool}`, count] as const),
  ]);
}

function* loads(stored: Stored): Generator<string> {
  const counted = recount(stored);
  const rows = new Map(stored.loads.map((row) => [row.agent_id, storedCounts(row)]));
  for (const agent of new Set([...counted.keys(), ...rows.keys()])) {
    const [is, should] = [rows.get(agent), counted.get(agent)];
    for (const name of new Set([...(is?.keys() ?? []), ...(should?.keys() ?? [])]))
      if ((is?.get(name) ?? 0) !== (should?.get(name) ?? 0))
        yield `agent ${agent}: load says ${is?.get(name) ?? 0} × ${name}, tickets say ${should?.get(name) ?? 0}`;
  }
}

export const routingCheck: Check = {
  name: "routing",
  *run(stored) {
    for (const ticket of stored.tickets.values()) {
      yield* place(ticket);
      yield* queued(stored, ticket);
    }
    for (const id of stored.entries.keys())
      if (!stored.tickets.has(id)) yield `queue entry ${id}: no such ticket`;
    yield* loads(stored);
  },
};
