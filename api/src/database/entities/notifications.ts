/** What people were told: written in the transaction that told them, so that nothing is told twice or never. */
import { defineTable, instant, nullable, text, word } from "../table.ts";

export interface NotificationRow {
  id: string;
  agent_id: string;
  ticket_id: string | null;
  reason: string;
  /** JSON. */
  data: string;
  created_at: number;
  read_at: number | null;
}

export const notifications = defineTable<NotificationRow>(
  "notifications",
  {
    id: word,
    agent_id: word,
    ticket_id: nullable(word),
    reason: word,
    data: text,
    created_at: instant,
    read_at: nullable(instant),
  },
  { primary: ["id", "agent_id"], indexes: [["agent_id", "created_at"], ["ticket_id"]] },
);
