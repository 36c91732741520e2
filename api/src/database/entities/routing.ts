/** The routing aggregate: loads, cursors and queues, which cross tickets; and the customers. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

export interface AgentLoadRow {
  agent_id: string;
  presence: string;
  presence_since: number;
  /** JSON. */
  counts: string;
  claims: string;
  last_assigned_at: number | null;
  version: number;
}

export const agentLoads = defineTable<AgentLoadRow>(
  "agent_loads",
  {
    agent_id: word,
    presence: word,
    presence_since: instant,
    counts: text,
    claims: text,
    last_assigned_at: nullable(instant),
    version: int,
  },
  { primary: ["agent_id"] },
);

export interface RoutingCursorRow {
  key: string;
  value: string;
}

export const routingCursors = defineTable<RoutingCursorRow>(
  "routing_cursors",
  { key: word, value: text },
  { primary: ["key"] },
);

export interface QueueEntryRow {
  ticket_id: string;
  type: string;
  policy: string;
  grp: string | null;
  pool: string | null;
  data: string;
}

export const queueEntries = defineTable<QueueEntryRow>(
  "queue_entries",
  { ticket_id: word, type: word, policy: word, grp: nullable(word), pool: nullable(word), data: text },
  { primary: ["ticket_id"] },
);

export interface CustomerRow {
  id: string;
  name: string | null;
  tier: string | null;
  data: string;
  last_assignee: string | null;
  last_assigned_at: number | null;
  open_tickets: number;
  updated_at: number;
}

export const customers = defineTable<CustomerRow>(
  "customers",
  {
    id: word,
    name: nullable(text),
    tier: nullable(word),
    data: text,
    last_assignee: nullable(word),
    last_assigned_at: nullable(instant),
    open_tickets: int,
    updated_at: instant,
  },
  { primary: ["id"] },
);
