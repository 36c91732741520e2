/** What is stored beside the aggregate: a ticket's messages, ended runs, events and decisions. */
import type { RunState, TicketState } from "@sluice/engine";
import type { Decision, Json, Message } from "@sluice/schemas";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { MessageRow, TicketEventRow } from "../database/entities/tickets.ts";
import { AppError } from "../errors.ts";
import { isTicketlessId, readTicketless } from "../runtime/ticketless.ts";
import { type DecisionJson, decisionView } from "./decision-view.ts";

/** The aggregate as committed. @throws AppError `resource.not-found`. */
export async function readState(reader: Queryable, id: string): Promise<TicketState> {
  const ticketless = isTicketlessId(id) ? await readTicketless(reader, id) : undefined;
  if (ticketless) return ticketless;
  const [row] = await reader.query<{ state: string }[]>("SELECT state FROM tickets WHERE id = ?", [id]);
  if (!row) throw new AppError("resource.not-found", { values: { what: `ticket ${id}` } });
  return JSON.parse(row.state) as TicketState;
}

/** Every message, oldest first. */
export async function readMessages(reader: Queryable, ticket: string): Promise<readonly Message[]> {
  const rows = await reader.query<MessageRow[]>(
    "SELECT * FROM messages WHERE ticket_id = ? ORDER BY seq, at, id",
    [ticket],
  );
  return rows.map((row) => ({
    id: row.id,
    author: row.author as Message["author"],
    authorId: row.author_id,
    public: Number(row.public) === 1,
    text: row.text,
    at: toIso(Number(row.at)),
  }));
}

/** Runs that have ended, in the order they started (ids of one event count up); the open ones are in the aggregate. */
export async function readEndedRuns(reader: Queryable, ticket: string): Promise<readonly RunState[]> {
  const rows = await reader.query<{ data: string }[]>(
    "SELECT data FROM runs WHERE ticket_id = ? AND status <> 'active' ORDER BY started_at, LENGTH(id), id",
    [ticket],
  );
  return rows.map(({ data }) => JSON.parse(data) as RunState);
}

/** One line of the timeline. */
export interface TimelineEntry {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly type: string; readonly id?: string };
  readonly data: Json;
  readonly decisions: readonly DecisionJson[];
  readonly log: readonly Json[];
}

/** The envelope says these already. */
function dataOf(event: Record<string, Json>): Json {
  const { id: _id, at: _at, actor: _actor, type: _type, ...data } = event;
  return data;
}

const toEntry = (row: TicketEventRow): TimelineEntry => ({
  id: row.id,
  seq: Number(row.seq),
  type: row.type,
  at: toIso(Number(row.at)),
  actor: JSON.parse(row.actor),
  data: dataOf(JSON.parse(row.data)),
  decisions: (JSON.parse(row.decisions) as Decision[]).map(decisionView),
  log: JSON.parse(row.log),
});

/** The ticket's events after `afterSeq`, oldest first. */
export async function readTimeline(
  reader: Queryable,
  ticket: string,
  afterSeq: number,
  limit: number,
): Promise<readonly TimelineEntry[]> {
  const rows = await reader.query<TicketEventRow[]>(
    "SELECT * FROM ticket_events WHERE ticket_id = ? AND seq > ? ORDER BY seq LIMIT ?",
    [ticket, afterSeq, limit],
  );
  return rows.map(toEntry);
}
