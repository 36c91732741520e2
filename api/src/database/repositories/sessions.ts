/** Sessions of people who signed in, by the hash of their token. */
import type { Queryable, Transaction } from "../database.ts";
import type { SessionRow, UserRow } from "../entities/access.ts";

/** The user of a session that has not ended, unless disabled. */
export async function findSessionUser(db: Queryable, session: string, now: number): Promise<UserRow | null> {
  const rows = await db.query<UserRow[]>(
    `SELECT u.* FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = ? AND s.expires_at > ? AND u.disabled = 0`,
    [session, now],
  );
  return rows[0] ?? null;
}

/** Stores a session and forgets those that have ended. */
export async function addSession(tx: Transaction, row: SessionRow): Promise<void> {
  await tx.query("DELETE FROM sessions WHERE expires_at <= ?", [row.created_at]);
  await tx.getRepository<SessionRow>("sessions").insert(row);
}

export async function removeSession(tx: Transaction, session: string): Promise<void> {
  await tx.query("DELETE FROM sessions WHERE id = ?", [session]);
}

/** Signs a user out everywhere, but for the session `except`. */
export async function removeSessionsOf(tx: Transaction, user: string, except: string | null): Promise<void> {
  await tx.query("DELETE FROM sessions WHERE user_id = ? AND id <> ?", [user, except ?? ""]);
}
