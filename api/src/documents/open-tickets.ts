/** The tickets that are open, page by page, newest first: the event loop breathes between two pages. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { TicketState } from "@sluice/engine";
import type { Queryable } from "../database/database.ts";

const pageSize = 200;

/** The ids of at most `limit` open tickets, and whether these are all. */
export async function openTicketIds(
  reader: Queryable,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly complete: boolean }> {
  const rows = await reader.query<{ id: string }[]>(
    "SELECT id FROM tickets WHERE status IN ('new','open','pending_customer','on_hold') ORDER BY id DESC LIMIT ?",
    [limit + 1],
  );
  return { ids: rows.slice(0, limit).map(({ id }) => id), complete: rows.length <= limit };
}

/** The tickets themselves. */
export async function* statesOf(
  reader: Queryable,
  ids: readonly string[],
): AsyncGenerator<readonly TicketState[]> {
  for (let from = 0; from < ids.length; from += pageSize) {
    const part = ids.slice(from, from + pageSize);
    const marks = part.map(() => "?").join(",");
    const rows = await reader.query<{ state: string }[]>(
      `SELECT state FROM tickets WHERE id IN (${marks}) ORDER BY id DESC`,
      [...part],
    );
    yield rows.map(({ state }) => JSON.parse(state) as TicketState);
    await nextTurn();
  }
}
