import { EngineError } from "../errors.js";
/** A row for an agent who carries nothing. */
export const idleAgent = (id, presence = "offline", since = 0) => ({
  id,
  presence,
  presenceSince: since,
  counts: { chat: {}, ticket: {} },
  lastAssignedAt: null,
  claims: {},
});
/** A ticket that still needs work: only these count against a claim limit. */
export const isOpenStatus = (status) => status !== "resolved" && status !== "closed";
/** How many tickets of a kind the agent carries in the given statuses. */
export function loadOf(row, kind, statuses) {
  if (!row) return 0;
  const counts = row.counts[kind];
  let sum = 0;
  for (const status of statuses) sum += counts[status] ?? 0;
  return sum;
}
function counted(counts, key, by, agent) {
  const count = (counts[key] ?? 0) + by;
  if (count < 0)
    throw new EngineError("routing.load-state", `${agent} carries no ${key} to take away`, { agent, key });
  const { [key]: _before, ...rest } = counts;
  return count === 0 ? rest : { ...counts, [key]: count };
}
/** The row after a ticket joined (`by` = 1) or left (−1). */
export function withTicket(row, ticket, by) {
  const of = counted(row.counts[ticket.kind], ticket.status, by, row.id);
  const isClaim = ticket.claimedFrom !== null && isOpenStatus(ticket.status);
  const claims = isClaim ? counted(row.claims, ticket.claimedFrom, by, row.id) : row.claims;
  return {
    ...row,
    counts: { ...row.counts, [ticket.kind]: of },
    claims: claims,
  };
}
//# sourceMappingURL=agent-load.js.map
