/** Aggregates of runs that are about no ticket, and the surveys that customers answer without signing in. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

/** One aggregate: a schedule's trigger has one for all its runs, a webhook one for each call. */
export interface TicketlessRow {
  id: string;
  workflow: string;
  /** The trigger. */
  node: string;
  seq: number;
  /** Runs that are open. */
  active: number;
  updated_at: number;
  state: string;
}

export const ticketless = defineTable<TicketlessRow>(
  "ticketless",
  { id: word, workflow: word, node: word, seq: int, active: int, updated_at: instant, state: text },
  { primary: ["id"], indexes: [["active"], ["updated_at"]] },
);

/** One invitation; the token is kept as its hash. */
export interface SurveyRow {
  token: string;
  /** The engine's: `runId:nodeId:visit`. */
  id: string;
  ticket_id: string;
  question: string;
  scale: number;
  expires_at: number;
  answered_at: number | null;
  score: number | null;
  comment: string | null;
}

export const surveys = defineTable<SurveyRow>(
  "surveys",
  {
    token: word,
    id: word,
    ticket_id: word,
    question: text,
    scale: int,
    expires_at: instant,
    answered_at: nullable(instant),
    score: nullable(int),
    comment: nullable(text),
  },
  { primary: ["token"], unique: [["id"]], indexes: [["ticket_id"], ["answered_at"]] },
);
