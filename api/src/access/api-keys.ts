/** Making and revoking API keys. */
import { toIso } from "../clock.ts";
import type { AppContext } from "../context.ts";
import type { ApiKeyRow } from "../database/entities/access.ts";
import { findApiKey, insertApiKey, revokeApiKey } from "../database/repositories/api-keys.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { AppError } from "../errors.ts";
import { newId, newToken } from "../ids.ts";
import { instantMs } from "../infra/moments.ts";
import type { Role } from "../infra/roles.ts";
import { sha256 } from "./hashes.ts";

/** A key without the key itself, which is not stored. */
export const toPublicKey = (row: ApiKeyRow) => ({
  id: row.id,
  name: row.name,
  role: row.role,
  scopes: JSON.parse(row.scopes) as string[],
  createdAt: toIso(row.created_at),
  expiresAt: toIso(row.expires_at),
  lastUsedAt: toIso(row.last_used_at),
  revokedAt: toIso(row.revoked_at),
});

export type PublicKey = ReturnType<typeof toPublicKey>;

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  readonly scopes?: readonly string[];
  /** ISO instant; absent = does not expire. */
  readonly expiresAt?: string | null;
}

/** Makes a key; `key` is shown this once. Throws `request.invalid` for an end that no calendar has. */
export async function addApiKey(
  context: AppContext,
  input: NewApiKey,
  actor: string,
): Promise<PublicKey & { readonly key: string }> {
  const key = `slk_${newToken()}`;
  const row: ApiKeyRow = {
    id: newId(),
    name: input.name,
    hash: sha256(key),
    role: input.role,
    scopes: JSON.stringify(input.scopes ?? []),
    created_at: context.wall.now(),
    expires_at: input.expiresAt ? instantMs(input.expiresAt, "/expiresAt") : null,
    last_used_at: null,
    revoked_at: null,
  };
  const shown = toPublicKey(row);
  await context.database.writer.run(async (transaction) => {
    await insertApiKey(transaction, row);
    const target = `api-key:${row.id}`;
    await appendAudit(transaction, {
      at: row.created_at,
      actor,
      action: "api-key.create",
      target,
      after: shown,
    });
  });
  return { ...shown, key };
}

/** Revokes a key at once and for good. Throws `resource.not-found`. */
export async function dropApiKey(context: AppContext, id: string, actor: string): Promise<void> {
  await context.database.writer.run(async (transaction) => {
    const row = await findApiKey(transaction, id);
    if (row === null) throw new AppError("resource.not-found", { values: { what: `API key ${id}` } });
    const at = context.wall.now();
    if (row.revoked_at === null) await revokeApiKey(transaction, id, at);
    await appendAudit(transaction, { at, actor, action: "api-key.revoke", target: `api-key:${id}` });
  });
}
