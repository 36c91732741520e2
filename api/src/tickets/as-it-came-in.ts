/** Stored tickets as they came in: the very event that created each, before anything had classified or changed it. */
import type { Facts, NewTicket } from "@sluice/engine";
import type { Queryable } from "../database/database.ts";
import { AppError } from "../errors.ts";

/** A ticket at the moment it came in. */
export interface IncomingTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  /** Its own `createdAt`, epoch ms. */
  readonly at: number;
  readonly ticket: NewTicket;
  /** Facts that plugins had brought by then. */
  readonly facts: Facts;
  /** Keys of the rulesets that classified it in its first burst. */
  readonly rulesets: readonly string[];
}

/** The columns that `toIncoming` reads, of a ticket `t` and the event `e` that created it. */
export const incomingColumns = "t.id, t.number, t.subject, t.created_at, e.data, e.refs";
export const incomingJoin =
  "tickets t JOIN ticket_events e ON e.ticket_id = t.id AND e.seq = 1 AND e.type = 'ticket.created'";

export interface IncomingRow {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly created_at: number;
  readonly data: string;
  readonly refs: string;
}

const rulesetRef = /^classification\/(.+)@\d+$/;

/** Reads a row of `incomingColumns`. */
export function toIncoming(row: IncomingRow): IncomingTicket {
  const { ticket, facts = {} } = JSON.parse(row.data) as { ticket: NewTicket; facts?: Facts };
  const refs = JSON.parse(row.refs) as readonly string[];
  return {
    id: row.id,
    number: Number(row.number),
    subject: row.subject,
    at: Number(row.created_at),
    ticket,
    facts,
    rulesets: refs.flatMap((ref) => rulesetRef.exec(ref)?.[1] ?? []),
  };
}

/** One ticket. Throws `resource.not-found`. */
export async function readIncoming(reader: Queryable, id: string): Promise<IncomingTicket> {
  const [row] = await reader.query<IncomingRow[]>(
    `SELECT ${incomingColumns} FROM ${incomingJoin} WHERE t.id = ?`,
    [id],
  );
  if (row) return toIncoming(row);
  throw new AppError("resource.not-found", { values: { what: `ticket ${id}` } });
}
