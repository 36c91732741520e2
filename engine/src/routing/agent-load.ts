/** An agent's load row and the transitions of it. Counts never go below zero and never keep a zero. */
import type { CapacityKind, Presence, TicketStatus } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import { isDone } from "../ticket/apply-changes.ts";
import type { AgentLoad, CarriedTicket, StatusCounts } from "./load-state.ts";

/** A row for an agent who carries nothing. */
export const idleAgent = (id: string, presence: Presence = "offline", since = 0): AgentLoad => ({
  id,
  presence,
  presenceSince: since,
  counts: { chat: {}, ticket: {} },
  lastAssignedAt: null,
  claims: {},
});

/** How many tickets of a kind the agent carries in the given statuses. */
export function loadOf(
  row: AgentLoad | undefined,
  kind: CapacityKind,
  statuses: readonly TicketStatus[],
): number {
  if (!row) return 0;
  const counts = row.counts[kind];
  let sum = 0;
  for (const status of statuses) sum += counts[status] ?? 0;
  return sum;
}

function counted<K extends string>(
  counts: { readonly [P in K]?: number },
  key: K,
  by: number,
  agent: string,
): { readonly [P in K]?: number } {
  const count = (counts[key] ?? 0) + by;
  if (count < 0)
    throw new EngineError("routing.load-state", `${agent} carries no ${key} to take away`, { agent, key });
  const { [key]: _before, ...rest } = counts as Record<string, number>;
  return (count === 0 ? rest : { ...counts, [key]: count }) as { readonly [P in K]?: number };
}

/** The row after a ticket joined (`by` = 1) or left (−1). */
export function withTicket(row: AgentLoad, ticket: CarriedTicket, by: 1 | -1): AgentLoad {
  const of: StatusCounts = counted(row.counts[ticket.kind], ticket.status, by, row.id);
  const isClaim = ticket.claimedFrom !== null && !isDone(ticket.status);
  const claims = isClaim ? counted(row.claims, ticket.claimedFrom, by, row.id) : row.claims;
  return {
    ...row,
    counts: { ...row.counts, [ticket.kind]: of },
    claims: claims as AgentLoad["claims"],
  };
}
