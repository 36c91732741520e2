/** People and settings of the house, and the database's own bookkeeping. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

export interface AgentRow {
  id: string;
  data: string;
}

export const agents = defineTable<AgentRow>("agents", { id: word, data: text }, { primary: ["id"] });

/** A keyed JSON value: groups, skills, shifts. */
export interface KeyedRow {
  key: string;
  data: string;
}

const keyed = (name: string) => defineTable<KeyedRow>(name, { key: word, data: text }, { primary: ["key"] });

/** `groups` is a reserved word in MySQL. */
export const groups = keyed("groups_");
export const skills = keyed("skills");
export const shifts = keyed("shifts");

export interface ValueRow {
  key: string;
  value: string;
}

const values = (name: string) =>
  defineTable<ValueRow>(name, { key: word, value: text }, { primary: ["key"] });

export const settings = values("settings");
/** `schema` → the version of the tables. */
export const meta = values("meta");

export interface CounterRow {
  key: string;
  value: number;
}

/** Ticket numbers. */
export const counters = defineTable<CounterRow>(
  "counters",
  { key: word, value: instant },
  { primary: ["key"] },
);

/** The answer given to a request with an `Idempotency-Key`. */
export interface IdempotencyRow {
  key: string;
  route: string;
  body_hash: string;
  response: string;
  status: number;
  created_at: number;
}

export const idempotency = defineTable<IdempotencyRow>(
  "idempotency",
  { key: word, route: word, body_hash: word, response: text, status: int, created_at: instant },
  { primary: ["key"], indexes: [["created_at"]] },
);

/** Who changed what; a trigger refuses updates and deletes. */
export interface AuditRow {
  id: string;
  at: number;
  actor: string;
  action: string;
  target: string;
  before: string | null;
  after: string | null;
}

export const audit = defineTable<AuditRow>(
  "audit",
  {
    id: word,
    at: instant,
    actor: word,
    action: word,
    target: word,
    before: nullable(text),
    after: nullable(text),
  },
  { primary: ["id"], indexes: [["at"], ["target"]] },
);
