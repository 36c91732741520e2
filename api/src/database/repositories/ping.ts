/** Whether the database answers. */
import type { Queryable } from "../database.ts";

/** Rejects when it does not. */
export async function ping(db: Queryable): Promise<void> {
  await db.query("SELECT 1");
}
