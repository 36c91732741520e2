/** tickets: the columns are copies of the aggregate, names are unique, numbers were handed out by the counter. */
import type { Check } from "../check.ts";
import type { Stored, StoredTicket } from "../stored.ts";

/** An open clock as lists count it. */
function markOf({ metric, state, breachedAt, fired }: StoredTicket["state"]["clocks"][number]): string {
  if (breachedAt !== null) return `${metric}:b`;
  return `${metric}:${state === "paused" ? "p" : fired.length > 0 ? "w" : "r"}`;
}

/** What each column must be, from the aggregate. */
function expectedColumns({ state }: StoredTicket): Readonly<Record<string, unknown>> {
  const { ticket } = state;
  const live = state.clocks.filter((clock) => clock.state === "running" || clock.state === "paused");
  const dues = live.filter((clock) => clock.state === "running").map(({ due }) => due);
  return {
    id: ticket.id,
    number: ticket.number,
    channel: ticket.channel,
    external_id: ticket.externalId,
    shop: ticket.shop,
    subject: ticket.subject,
    status: ticket.status,
    stage: ticket.stage,
    category: ticket.category,
    priority: ticket.priority,
    assignee: ticket.assignee,
    grp: ticket.group,
    pool: ticket.pool,
    customer_id: ticket.customer.id,
    tags: JSON.stringify(ticket.tags),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    resolved_at: ticket.resolvedAt,
    closed_at: ticket.closedAt,
    first_due: dues.length === 0 ? null : Math.min(...dues),
    breached: live.some(({ breachedAt }) => breachedAt !== null) ? 1 : 0,
    clock_marks: live.length === 0 ? null : live.map(markOf).join(" "),
    seq: state.seq,
  };
}

function* columns(stored: Stored): Generator<string> {
  for (const ticket of stored.tickets.values())
    for (const [name, expected] of Object.entries(expectedColumns(ticket)))
      if (ticket.columns[name] !== expected)
        yield `ticket ${ticket.id}: column ${name} is ${ticket.columns[name]}, the aggregate says ${expected}`;
}

function* duplicates(
  stored: Stored,
  what: string,
  of: (ticket: StoredTicket) => string | null,
): Generator<string> {
  const seen = new Map<string, string>();
  for (const ticket of stored.tickets.values()) {
    const name = of(ticket);
    if (name === null) continue;
    const first = seen.get(name);
    if (first !== undefined) yield `tickets ${first} and ${ticket.id} share the ${what} ${name}`;
    seen.set(name, ticket.id);
  }
}

function* counter(stored: Stored): Generator<string> {
  const row = stored.database
    .prepare<[], { value: number }>(`SELECT value FROM counters WHERE "key" = 'ticket'`)
    .get();
  const highest = Math.max(0, ...[...stored.tickets.values()].map(({ state }) => state.ticket.number));
  if (highest > (row?.value ?? 0)) yield `ticket number ${highest} is beyond the counter ${row?.value ?? 0}`;
}

const externalName = ({ columns: { channel, external_id } }: StoredTicket): string | null =>
  external_id === null ? null : `${channel} ${external_id}`;

export const ticketsCheck: Check = {
  name: "tickets",
  *run(stored) {
    yield* columns(stored);
    yield* duplicates(stored, "number", ({ columns: { number } }) => String(number));
    yield* duplicates(stored, "externalId", externalName);
    yield* counter(stored);
  },
};
