/** Who may sign in: users, their sessions, API keys. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

export interface UserRow {
  id: string;
  name: string;
  /** argon2id, PHC string. */
  password_hash: string;
  role: string;
  agent_id: string | null;
  created_at: number;
  /** 0 or 1. */
  disabled: number;
}

export const users = defineTable<UserRow>(
  "users",
  {
    id: word,
    name: word,
    password_hash: text,
    role: word,
    agent_id: nullable(word),
    created_at: instant,
    disabled: int,
  },
  { primary: ["id"], unique: [["name"]] },
);

export interface SessionRow {
  /** SHA-256 of the cookie's token. */
  id: string;
  user_id: string;
  created_at: number;
  expires_at: number;
}

export const sessions = defineTable<SessionRow>(
  "sessions",
  { id: word, user_id: word, created_at: instant, expires_at: instant },
  { primary: ["id"], indexes: [["user_id"], ["expires_at"]] },
);

export interface ApiKeyRow {
  id: string;
  name: string;
  /** SHA-256 of the key. */
  hash: string;
  role: string;
  /** JSON array. */
  scopes: string;
  created_at: number;
  expires_at: number | null;
  last_used_at: number | null;
  revoked_at: number | null;
}

export const apiKeys = defineTable<ApiKeyRow>(
  "api_keys",
  {
    id: word,
    name: word,
    hash: word,
    role: word,
    scopes: text,
    created_at: instant,
    expires_at: nullable(instant),
    last_used_at: nullable(instant),
    revoked_at: nullable(instant),
  },
  { primary: ["id"], unique: [["hash"]] },
);
