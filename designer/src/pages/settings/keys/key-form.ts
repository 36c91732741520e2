/** A key as it is asked for: which resources it reads or writes, and how long it lives. */
import type { NewApiKey } from "../../../client/api-keys.ts";
import type { Role } from "../../../client/types.ts";

/** First parts of the api's addresses, as scopes name them. */
export const resources = [
  "tickets",
  "customers",
  "tasks",
  "documents",
  "simulate",
  "backtest",
  "preview",
  "agents",
  "groups",
  "skills",
  "shifts",
  "pools",
  "routing",
  "runs",
  "incidents",
  "jobs",
  "overview",
  "events",
  "notifications",
  "catalog",
  "schemas",
  "settings",
  "users",
  "api-keys",
  "audit",
] as const;

/** Everything a scope can say, the wide ones first; writing includes reading. */
export const scopeList: readonly string[] = ["*", ...resources].flatMap((name) => [
  `${name}:read`,
  `${name}:write`,
]);

export const lifetimes = ["30", "90", "365", "never"] as const;
export type Lifetime = (typeof lifetimes)[number];

export interface KeyForm {
  readonly name: string;
  readonly role: Role;
  readonly scopes?: readonly string[];
  readonly lifetime: Lifetime;
}

const dayMs = 86_400_000;

/** The api's body; keys keep the machine's time, as their end must not move with a sandbox's clock. */
export const toNewKey = ({ name, role, scopes = [], lifetime }: KeyForm, now: number): NewApiKey => ({
  name: name.trim(),
  role,
  scopes,
  expiresAt: lifetime === "never" ? null : new Date(now + Number(lifetime) * dayMs).toISOString(),
});

export type KeyState = "active" | "expired" | "revoked";

interface Standing {
  readonly revokedAt: string | null;
  readonly expiresAt: string | null;
}

/** How a key stands at a moment. */
export function keyState({ revokedAt, expiresAt }: Standing, now: number): KeyState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && Date.parse(expiresAt) <= now ? "expired" : "active";
}
