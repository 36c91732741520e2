/** Tickets, their event log and their messages. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

/** One ticket; the columns beside `state` are copies of it that lists filter and sort by. */
export interface TicketRow {
  id: string;
  number: number;
  channel: string;
  external_id: string | null;
  shop: string | null;
  subject: string;
  status: string;
  stage: string | null;
  category: string | null;
  priority: string;
  assignee: string | null;
  grp: string | null;
  pool: string | null;
  customer_id: string;
  /** JSON array. */
  tags: string;
  search_text: string;
  created_at: number;
  updated_at: number;
  resolved_at: number | null;
  closed_at: number | null;
  /** Due of the earliest running clock. */
  first_due: number | null;
  /** 0 or 1. */
  breached: number;
  /** Its open clocks as `metric:mark`, separated by blanks: `r` running, `w` warned, `p` paused, `b` breached. */
  clock_marks: string | null;
  seq: number;
  /** The whole aggregate (`TicketState`) as JSON: the truth. */
  state: string;
}

export const tickets = defineTable<TicketRow>(
  "tickets",
  {
    id: word,
    number: int,
    channel: word,
    external_id: nullable(word),
    shop: nullable(word),
    subject: text,
    status: word,
    stage: nullable(word),
    category: nullable(word),
    priority: word,
    assignee: nullable(word),
    grp: nullable(word),
    pool: nullable(word),
    customer_id: word,
    tags: text,
    search_text: text,
    created_at: instant,
    updated_at: instant,
    resolved_at: nullable(instant),
    closed_at: nullable(instant),
    first_due: nullable(instant),
    breached: int,
    clock_marks: nullable(word),
    seq: int,
    state: text,
  },
  {
    primary: ["id"],
    unique: [["number"], ["channel", "external_id"]],
    indexes: [
      // What live counts read is in the index itself: they never touch the rows.
      ["status", "channel", "breached", "first_due", "clock_marks"],
      ["assignee", "status"],
      ["pool"],
      ["customer_id"],
      ["created_at", "channel", "category"],
      ["resolved_at"],
      ["closed_at"],
      ["first_due"],
    ],
  },
);

/** One event as fed to the engine, with what it decided and did. */
export interface TicketEventRow {
  id: string;
  ticket_id: string;
  seq: number;
  type: string;
  at: number;
  actor: string;
  /** JSON: the whole event. */
  data: string;
  decisions: string;
  log: string;
  refs: string;
}

export const ticketEvents = defineTable<TicketEventRow>(
  "ticket_events",
  {
    id: word,
    ticket_id: word,
    seq: int,
    type: word,
    at: instant,
    actor: text,
    data: text,
    decisions: text,
    log: text,
    refs: text,
  },
  { primary: ["id"], unique: [["ticket_id", "seq"]] },
);

export interface MessageRow {
  id: string;
  ticket_id: string;
  seq: number;
  author: string;
  author_id: string | null;
  /** 0 or 1. */
  public: number;
  text: string;
  at: number;
  external_id: string | null;
}

export const messages = defineTable<MessageRow>(
  "messages",
  {
    id: word,
    ticket_id: word,
    seq: int,
    author: word,
    author_id: nullable(word),
    public: int,
    text,
    at: instant,
    external_id: nullable(word),
  },
  { primary: ["id"], indexes: [["ticket_id", "seq"]] },
);

/** By what a ticket was classified last: whatever a bad revision decided can be found and decided again. */
export interface ClassificationRow {
  ticket_id: string;
  ruleset: string;
  revision: number;
  /** JSON array: the ids of the rules that matched. */
  rules: string;
  at: number;
}

export const classifications = defineTable<ClassificationRow>(
  "classifications",
  { ticket_id: word, ruleset: word, revision: int, rules: text, at: instant },
  { primary: ["ticket_id"], indexes: [["ruleset", "revision"]] },
);
