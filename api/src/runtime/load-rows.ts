/** The routing aggregate between memory and its tables. */
import type { AgentLoad, LoadChanges, LoadSnapshot, LoadState, QueueEntry } from "@sluice/engine";
import type { Queryable } from "../database/database.ts";
import type { AgentLoadRow, QueueEntryRow, RoutingCursorRow } from "../database/entities/routing.ts";
import type { LoadRows } from "./unit-of-work.ts";

const fromAgentRow = (row: AgentLoadRow): AgentLoad => ({
  id: row.agent_id,
  presence: row.presence as AgentLoad["presence"],
  presenceSince: Number(row.presence_since),
  counts: JSON.parse(row.counts),
  claims: JSON.parse(row.claims),
  lastAssignedAt: row.last_assigned_at === null ? null : Number(row.last_assigned_at),
});

const toAgentRow = (agent: AgentLoad): AgentLoadRow => ({
  agent_id: agent.id,
  presence: agent.presence,
  presence_since: agent.presenceSince,
  counts: JSON.stringify(agent.counts),
  claims: JSON.stringify(agent.claims),
  last_assigned_at: agent.lastAssignedAt,
  version: 0,
});

const toEntryRow = (entry: QueueEntry): QueueEntryRow => ({
  ticket_id: entry.ticket,
  type: entry.type,
  policy: entry.policy.key,
  grp: entry.group,
  pool: entry.pool,
  data: JSON.stringify(entry),
});

/** The rows that a transaction's changes become. */
export const toLoadRows = (changes: LoadChanges): LoadRows => ({
  agents: changes.agents.map(toAgentRow),
  removedAgents: changes.removedAgents,
  cursors: Object.entries(changes.cursors).map(([key, value]) => ({ key, value })),
  entries: changes.entries.upsert.map(toEntryRow),
  removedEntries: changes.entries.remove,
});

/** Reads the whole aggregate as it was committed. */
export async function readLoadSnapshot(reader: Queryable): Promise<LoadSnapshot> {
  const agents = await reader.query<AgentLoadRow[]>("SELECT * FROM agent_loads ORDER BY agent_id");
  const cursors = await reader.query<RoutingCursorRow[]>(`SELECT "key", value FROM routing_cursors`);
  const entries = await reader.query<{ data: string }[]>("SELECT data FROM queue_entries ORDER BY ticket_id");
  return {
    agents: agents.map(fromAgentRow),
    cursors: Object.fromEntries(cursors.map(({ key, value }) => [key, value])),
    entries: entries.map(({ data }) => JSON.parse(data) as QueueEntry),
  };
}

/** True when nothing of the aggregate is to be stored. */
export const changesNothing = ({ agents, removedAgents, cursors, entries }: LoadChanges): boolean =>
  agents.length + removedAgents.length + entries.upsert.length + entries.remove.length === 0 &&
  Object.keys(cursors).length === 0;

/** Takes over what another process committed. */
export function applyChanges(load: LoadState, changes: LoadChanges): void {
  load.begin();
  for (const id of changes.entries.remove) load.dequeue(id);
  for (const entry of changes.entries.upsert) {
    load.dequeue(entry.ticket);
    load.enqueue(entry);
  }
  for (const row of changes.agents) load.setAgent(row);
  for (const id of changes.removedAgents) load.removeAgent(id);
  for (const [key, agent] of Object.entries(changes.cursors)) load.setCursor(key, agent);
  load.commit();
}

/** Makes the state what is stored. */
export function replaceLoad(load: LoadState, stored: LoadSnapshot): void {
  const before = load.snapshot();
  const agents = new Set(stored.agents.map(({ id }) => id));
  const entries = new Set(stored.entries.map(({ ticket }) => ticket));
  applyChanges(load, {
    agents: stored.agents,
    removedAgents: before.agents.flatMap(({ id }) => (agents.has(id) ? [] : [id])),
    cursors: stored.cursors,
    entries: {
      upsert: stored.entries,
      remove: before.entries.flatMap(({ ticket }) => (entries.has(ticket) ? [] : [ticket])),
    },
  });
}
