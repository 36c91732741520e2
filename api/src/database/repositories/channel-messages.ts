/** What came in over channels, by the channel's own names. */
import { insertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { ChannelMessageRow } from "../entities/plugins.ts";

/** True for a message that was stored before. */
export async function isKnownMessage(db: Queryable, channel: string, message: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    "SELECT ticket_id FROM channel_messages WHERE channel = ? AND message_id = ?",
    [channel, message],
  );
  return rows.length > 0;
}

/** The ticket that a thread's newest message went to, or `null`. */
export async function ticketOfThread(db: Queryable, channel: string, thread: string): Promise<string | null> {
  const rows = await db.query<{ ticket_id: string }[]>(
    "SELECT ticket_id FROM channel_messages WHERE channel = ? AND thread = ? ORDER BY at DESC, message_id DESC LIMIT 1",
    [channel, thread],
  );
  return rows[0]?.ticket_id ?? null;
}

/** The ticket with this number, when it is the customer's on this channel; else `null`. */
export async function ticketOfCustomer(
  db: Queryable,
  channel: string,
  number: number,
  customer: string,
): Promise<string | null> {
  const rows = await db.query<{ id: string }[]>(
    "SELECT id FROM tickets WHERE number = ? AND channel = ? AND customer_id = ?",
    [number, channel, customer],
  );
  return rows[0]?.id ?? null;
}

/** The newest thread of a ticket on its channel, with the ids of its last customer messages, oldest first. */
export async function threadOfTicket(
  db: Queryable,
  channel: string,
  ticket: string,
): Promise<{ readonly thread: string; readonly messages: readonly string[] } | null> {
  const rows = await db.query<ChannelMessageRow[]>(
    "SELECT * FROM channel_messages WHERE channel = ? AND ticket_id = ? ORDER BY at DESC, message_id DESC LIMIT 50",
    [channel, ticket],
  );
  const [newest] = rows;
  if (!newest) return null;
  return { thread: newest.thread, messages: rows.map(({ message_id }) => message_id).reverse() };
}

/** Refuses (by the primary key) what another process has stored meanwhile. */
export async function insertChannelMessage(tx: Transaction, row: ChannelMessageRow): Promise<void> {
  const columns = ["channel", "message_id", "thread", "ticket_id", "at", "sent_id"] as const;
  await insertRows(tx, "channel_messages", columns, [row]);
}
