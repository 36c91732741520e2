/**
 * Everything of a house that the invariants speak of, read from its SQLite database in one go.
 * JSON columns are parsed; names are the columns' own, so that a violation can be looked up with plain SQL.
 */

import type { LogEntry, QueueEntry, RunState, TicketEvent, TicketState, TokenWait } from "@sluice/engine";
import type { Decision } from "@sluice/schemas";
import type Database from "better-sqlite3";

/** A row that holds an aggregate: a ticket, or what runs without one. */
export interface StoredAggregate {
  readonly id: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly state: TicketState;
}

/** A ticket's row with its aggregate. */
export type StoredTicket = StoredAggregate;

export interface StoredEvent {
  readonly id: string;
  readonly ticket: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly data: TicketEvent;
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
  readonly refs: readonly string[];
}

export interface StoredJob {
  readonly id: string;
  readonly ticket_id: string | null;
  readonly run_id: string | null;
  readonly kind: string;
  readonly node: string | null;
  readonly status: string;
  readonly attempts: number;
  readonly finished_at: number | null;
}

export interface StoredRun {
  readonly id: string;
  readonly ticket_id: string | null;
  readonly workflow: string;
  readonly revision: number;
  readonly status: string;
  readonly ended_at: number | null;
  readonly data: string;
}

export interface StoredTask {
  readonly id: string;
  readonly ticket_id: string | null;
  readonly status: string;
}

export interface StoredIncident extends StoredTask {
  readonly run_id: string | null;
  readonly job_id: string | null;
  readonly closed_at: number | null;
}

export interface StoredTimer {
  readonly key: string;
  readonly kind: string;
  readonly ticket_id: string | null;
  readonly due_at: number;
}

export interface StoredNotification {
  readonly id: string;
  readonly agent_id: string;
  readonly ticket_id: string | null;
}

export interface StoredLoad {
  readonly agent_id: string;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly claims: Readonly<Record<string, number>>;
}

export interface StoredEntry {
  readonly ticket_id: string;
  readonly type: string;
  readonly policy: string;
  readonly grp: string | null;
  readonly pool: string | null;
  readonly data: QueueEntry;
}

/** One invitation of a survey; `token` is the hash of what its link says. */
export interface StoredSurvey {
  readonly token: string;
  readonly id: string;
  readonly ticket_id: string;
  readonly scale: number;
  readonly expires_at: number;
  readonly answered_at: number | null;
  readonly score: number | null;
}

export interface StoredMessage {
  readonly id: string;
  readonly ticket_id: string;
  readonly seq: number;
}

/** The whole house. */
export interface Stored {
  readonly database: Database.Database;
  readonly tickets: ReadonlyMap<string, StoredTicket>;
  /** What runs without a ticket: one for each schedule trigger, one for each call of a webhook. */
  readonly ticketless: ReadonlyMap<string, StoredAggregate>;
  /** Both of them. */
  readonly aggregates: ReadonlyMap<string, StoredAggregate>;
  readonly events: readonly StoredEvent[];
  readonly eventsOf: ReadonlyMap<string, readonly StoredEvent[]>;
  readonly messages: readonly StoredMessage[];
  readonly timers: readonly StoredTimer[];
  readonly jobs: ReadonlyMap<string, StoredJob>;
  readonly runs: ReadonlyMap<string, StoredRun>;
  readonly tasks: ReadonlyMap<string, StoredTask>;
  readonly incidents: ReadonlyMap<string, StoredIncident>;
  /** By the engine's id of the survey, `runId:nodeId:visit`. */
  readonly surveys: ReadonlyMap<string, StoredSurvey>;
  readonly notifications: readonly StoredNotification[];
  readonly loads: readonly StoredLoad[];
  readonly entries: ReadonlyMap<string, StoredEntry>;
  readonly customers: readonly { readonly id: string; readonly open_tickets: number }[];
  /** `kind/key@revision` of every published revision. */
  readonly revisions: ReadonlyMap<string, unknown>;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const json = <T>(text: unknown): T => JSON.parse(String(text)) as T;

type Columns = Record<string, unknown>;

function toAggregate(columns: Columns): StoredAggregate {
  return { id: String(columns.id), columns, state: json(columns.state) };
}

const toEvent = (row: Columns): StoredEvent => ({
  id: String(row.id),
  ticket: String(row.ticket_id),
  seq: Number(row.seq),
  type: String(row.type),
  at: Number(row.at),
  data: json(row.data),
  decisions: json(row.decisions),
  log: json(row.log),
  refs: json(row.refs),
});

function groupByAggregate(events: readonly StoredEvent[]): ReadonlyMap<string, readonly StoredEvent[]> {
  const grouped = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const list = grouped.get(event.ticket);
    if (list) list.push(event);
    else grouped.set(event.ticket, [event]);
  }
  return grouped;
}

/** Reads the house through a connection of the caller's; one transaction around it makes it one moment. */
export function readStored(database: Database.Database): Stored {
  const all = <Row>(sql: string): Row[] => database.prepare<[], Row>(sql).all();
  const events = all<Columns>("SELECT * FROM ticket_events ORDER BY ticket_id, seq").map(toEvent);
  const tickets = byId(all<Columns>("SELECT * FROM tickets").map(toAggregate));
  const ticketless = byId(all<Columns>("SELECT * FROM ticketless").map(toAggregate));
  return {
    database,
    tickets,
    ticketless,
    aggregates: new Map([...tickets, ...ticketless]),
    events,
    eventsOf: groupByAggregate(events),
    messages: all("SELECT id, ticket_id, seq FROM messages"),
    timers: all(`SELECT "key", kind, ticket_id, due_at FROM timers`),
    jobs: byId(
      all<StoredJob>("SELECT id, ticket_id, run_id, kind, node, status, attempts, finished_at FROM jobs"),
    ),
    runs: byId(all<StoredRun>("SELECT id, ticket_id, workflow, revision, status, ended_at, data FROM runs")),
    tasks: byId(all<StoredTask>("SELECT id, ticket_id, status FROM tasks")),
    incidents: byId(
      all<StoredIncident>("SELECT id, ticket_id, run_id, job_id, status, closed_at FROM incidents"),
    ),
    surveys: byId(all<StoredSurvey>("SELECT * FROM surveys")),
    notifications: all("SELECT id, agent_id, ticket_id FROM notifications"),
    loads: all<Columns>("SELECT agent_id, counts, claims FROM agent_loads").map((row) => ({
      agent_id: String(row.agent_id),
      counts: json(row.counts),
      claims: json(row.claims),
    })),
    entries: new Map(
      all<Columns>("SELECT * FROM queue_entries").map((row) => [
        String(row.ticket_id),
        { ...row, data: json(row.data) } as unknown as StoredEntry,
      ]),
    ),
    customers: all("SELECT id, open_tickets FROM customers"),
    revisions: new Map(
      all<Columns>(`SELECT kind, "key", revision, document FROM revisions`).map((row) => [
        `${row.kind}/${row.key}@${row.revision}`,
        json(row.document),
      ]),
    ),
  };
}

/** True for a ticket that nobody works on any more. */
export const isDone = ({ state }: StoredTicket): boolean =>
  state.ticket.status === "resolved" || state.ticket.status === "closed";

/** The runs that the aggregates carry, each with its own. */
export function* activeRuns(
  stored: Stored,
): Generator<{ readonly ticket: StoredAggregate; readonly run: RunState }> {
  for (const ticket of stored.aggregates.values()) for (const run of ticket.state.runs) yield { ticket, run };
}

/** What tokens wait for, of one type: id → the aggregate that the token is in. */
export function awaited(
  stored: Stored,
  idOf: (wait: TokenWait) => string | null,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { ticket, run } of activeRuns(stored))
    for (const { wait } of run.tokens) {
      const id = wait === null ? null : idOf(wait);
      if (id !== null) found.set(id, ticket.id);
    }
  return found;
}
