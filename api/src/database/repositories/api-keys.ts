/** API keys; only their hashes are stored. */
import type { Queryable, Transaction } from "../database.ts";
import type { ApiKeyRow } from "../entities/access.ts";

const repository = (db: Queryable) => db.getRepository<ApiKeyRow>("api_keys");

/** By its hash; written out, as every request with a key asks for it. */
export async function findApiKeyByHash(db: Queryable, hash: string): Promise<ApiKeyRow | null> {
  const rows = await db.query<ApiKeyRow[]>("SELECT * FROM api_keys WHERE hash = ?", [hash]);
  return rows[0] ?? null;
}

export const findApiKey = (db: Queryable, id: string): Promise<ApiKeyRow | null> =>
  repository(db).findOneBy({ id });

export const listApiKeys = (db: Queryable): Promise<ApiKeyRow[]> =>
  repository(db).find({ order: { id: "ASC" } });

export async function insertApiKey(tx: Transaction, row: ApiKeyRow): Promise<void> {
  await repository(tx).insert(row);
}

export async function revokeApiKey(tx: Transaction, id: string, at: number): Promise<void> {
  await repository(tx).update({ id }, { revoked_at: at });
}

export async function touchApiKey(tx: Transaction, id: string, at: number): Promise<void> {
  await repository(tx).update({ id }, { last_used_at: at });
}
