/**
 * A sweep gives every open ticket one event, page by page, in the order of their ids: a campaign's edge, a policy that
 * open clocks follow. Its timer row remembers how far it got, so a crash goes on there and no ticket is left out.
 */
import type { EventBody } from "@sluice/engine";
import type { Database } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import { leaseEnd } from "../database/leases.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { TimerHandler } from "./timers.ts";

const pageSize = 200;

interface Sweep {
  readonly body: EventBody;
  /** The last ticket that got the event. */
  readonly after: string;
}

/** The row of a sweep that begins at `dueAt`, epoch ms; an equal key replaces the one before. */
export const sweepRow = (kind: string, key: string, dueAt: number, body: EventBody): TimerRow => ({
  key,
  kind,
  ticket_id: null,
  due_at: dueAt,
  payload: JSON.stringify({ body, after: "" } satisfies Sweep),
});

export interface SweepOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  /** Told once every ticket has had the event. */
  readonly onDone: (body: EventBody) => void;
}

/** Handles a due sweep; each ticket's event is a transaction's own. */
export function createSweepHandler({ database, dispatcher, onDone }: SweepOptions): TimerHandler {
  const page = async (after: string): Promise<readonly string[]> =>
    (
      await database.reader.query<{ id: string }[]>(
        "SELECT id FROM tickets WHERE status NOT IN ('resolved','closed') AND id > ? ORDER BY id LIMIT ?",
        [after, pageSize],
      )
    ).map(({ id }) => id);

  const send = (ids: readonly string[], body: EventBody) =>
    Promise.all(
      ids.map((ticket) => dispatcher.submit({ ticket, body, actor: { type: "system" }, background: true })),
    );

  const remember = (key: string, sweep: Sweep): Promise<void> =>
    database.writer.run(async (manager) => {
      const lease = database.shared ? `, leased_until = ${leaseEnd}` : "";
      await manager.query(`UPDATE timers SET payload = ?${lease} WHERE "key" = ?`, [
        JSON.stringify(sweep),
        key,
      ]);
    });

  return async ({ key, payload }) => {
    const { body, after } = JSON.parse(payload) as Sweep;
    let last = after;
    for (let ids = await page(last); ids.length > 0; ids = await page(last)) {
      await send(ids, body);
      last = ids.at(-1) ?? last;
      await remember(key, { body, after: last });
    }
    await database.writer.run(async (manager) => {
      await manager.query(`DELETE FROM timers WHERE "key" = ?`, [key]);
    });
    onDone(body);
  };
}
