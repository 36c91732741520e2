/** What the outside knows, compared with what the database holds. */
import type { ClockState, QueueEntry, TicketState } from "@sluice/engine";
import Database from "better-sqlite3";
import { capacity, groupOf, remindersOf } from "./crash-house.ts";
import type { Effect } from "./effect-sink.ts";
import type { Ledger } from "./ledger.ts";

interface TicketRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly subject: string;
  readonly state: string;
}

/** Runs `read` on a read-only connection, in one transaction. */
export function readDatabase<T>(file: string, read: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return database.transaction(() => read(database))();
  } finally {
    database.close();
  }
}

const ticketRows = (database: Database.Database) =>
  database.prepare<[], TicketRow>("SELECT id, external_id, subject, state FROM tickets").all();

/** Every acknowledged ticket is there once, every other order at most once, every acknowledged word and tag too. */
export function verifyLedger(file: string, ledger: Ledger): string[] {
  return readDatabase(file, (database) => {
    const rows = ticketRows(database);
    const bySubject = groupBySubject(rows);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return [
      ...ledger.contradictions,
      ...lostTickets(ledger, bySubject),
      ...[...bySubject].flatMap(([subject, found]) =>
        found.length > 1 ? [`${subject} is there ${found.length} times`] : [],
      ),
      ...lostMessages(database, ledger),
      ...ledger.tags.flatMap(({ ticket, mark }) =>
        byId.get(ticket)?.state.includes(mark) ? [] : [`tag ${mark} of ticket ${ticket} is lost`],
      ),
    ];
  });
}

function groupBySubject(rows: readonly TicketRow[]): ReadonlyMap<string, readonly TicketRow[]> {
  const grouped = new Map<string, TicketRow[]>();
  for (const row of rows) grouped.set(row.subject, [...(grouped.get(row.subject) ?? []), row]);
  return grouped;
}

function* lostTickets(
  ledger: Ledger,
  bySubject: ReadonlyMap<string, readonly TicketRow[]>,
): Generator<string> {
  for (const [subject, { id, order }] of ledger.tickets) {
    const [found] = bySubject.get(subject) ?? [];
    if (found?.id !== id || found.external_id !== order.externalId)
      yield `acknowledged ticket ${id} (${order.externalId}): the database has ${found?.id} (${found?.external_id})`;
  }
}

function* lostMessages(database: Database.Database, ledger: Ledger): Generator<string> {
  const texts = database.prepare<[], { text: string }>("SELECT text FROM messages").all();
  const counts = new Map<string, number>();
  for (const { text } of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { mark, ticket } of ledger.messages)
    if (counts.get(mark) !== 1)
      yield `message ${mark} of ticket ${ticket} is there ${counts.get(mark) ?? 0} times`;
}

interface JobRow {
  readonly id: string;
  readonly status: string;
  readonly action: string;
  readonly node: string;
}

/** Each job that is done took effect once, under one key; nothing took effect that no job stands for. */
export function verifyEffects(file: string, effects: ReadonlyMap<string, Effect>): string[] {
  const jobs = readDatabase(file, (database) =>
    database.prepare<[], JobRow>("SELECT id, status, action, node FROM jobs").all(),
  );
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const undone = jobs.filter(({ id, status }) => status === "done" && effects.get(id)?.effects !== 1);
  return [
    ...undone.map(({ id }) => `job ${id} is done, with ${effects.get(id)?.effects ?? 0} effects`),
    ...[...effects.keys()].flatMap((key) => (byId.has(key) ? [] : [`effect ${key}: no such job`])),
    ...repeated(effects),
  ];
}

/** The intake runs once per ticket, so a node of it that took effect under two keys did so twice. */
function* repeated(effects: ReadonlyMap<string, Effect>): Generator<string> {
  const keys = new Map<string, string>();
  for (const { key, body } of effects.values()) {
    const { ticket, node } = JSON.parse(body) as { ticket: string; node: string };
    if (node === "tell") continue;
    const name = `${node} of ticket ${ticket}`;
    const first = keys.get(name);
    if (first !== undefined) yield `${name} took effect under ${first} and ${key}`;
    keys.set(name, key);
  }
}

const isComplete = ({ state, metric, breachedAt, fired }: ClockState): boolean =>
  state !== "running" || (breachedAt !== null && remindersOf(metric).every((id) => fired.includes(id)));

/** What may last for ever by itself: an incident, a run queued behind another, a wait for somebody without a limit. */
function lastingWaits({ ticket, routing }: TicketState): ReadonlySet<string | undefined> {
  const isDone = ticket.status === "resolved" || ticket.status === "closed";
  const isPatient = isDone || (routing?.type === "waiting" && routing.timeoutAt === null);
  return new Set(["incident", "run", ...(isPatient ? ["route"] : [])]);
}

function* unended(state: TicketState): Generator<string> {
  const { ticket, runs, tasks } = state;
  const lasting = lastingWaits(state);
  for (const { node, wait } of runs.flatMap(({ tokens }) => tokens))
    if (!lasting.has(wait?.type)) yield `ticket ${ticket.id}: ${node} still waits for ${wait?.type}`;
  for (const { id } of tasks) yield `ticket ${ticket.id}: task ${id} is open long after its time`;
}

interface Standing {
  readonly agent_id: string;
  readonly presence: string;
  readonly counts: string;
}

/** The agents who are there and have room for another ticket of this kind. */
const freeAgents = (standings: readonly Standing[], kind: QueueEntry["kind"]): readonly string[] =>
  standings.flatMap(({ agent_id, presence, counts }) => {
    const { new: fresh = 0, open = 0 } = JSON.parse(counts)[kind] as Record<string, number>;
    return presence === "online" && fresh + open < capacity[kind] ? [agent_id] : [];
  });

/** Nobody waits for a group of which somebody is free. */
function idleAgents(database: Database.Database): string[] {
  const standings = database
    .prepare<[], Standing>("SELECT agent_id, presence, counts FROM agent_loads")
    .all();
  const waiting = database
    .prepare<[], string>("SELECT data FROM queue_entries WHERE type = 'waiting'")
    .pluck()
    .all();
  return waiting.flatMap((text) => {
    const { ticket, group, kind, exclude } = JSON.parse(text) as QueueEntry;
    const free = freeAgents(standings, kind).filter((id) => groupOf(id) === group && !exclude.includes(id));
    return free.length === 0 ? [] : [`ticket ${ticket}: waits for ${group} although ${free} are free`];
  });
}

function* untold({ ticket, clocks }: TicketState): Generator<string> {
  for (const clock of clocks)
    if (!isComplete(clock)) yield `ticket ${ticket.id}: clock ${clock.id} told only ${clock.fired}`;
}

/** In the quiet at the end: every clock that still runs has told everything, every run waits for a person only. */
export function verifyQuiet(file: string): string[] {
  const rows = readDatabase(file, ticketRows);
  const states = rows.map(({ state }) => JSON.parse(state) as TicketState);
  const idle = readDatabase(file, idleAgents);
  return [...idle, ...states.flatMap((state) => [...unended(state), ...untold(state)])];
}

/** Figures for the line of a round. */
export interface Figures {
  readonly tickets: number;
  readonly events: number;
  readonly timers: number;
  readonly jobs: number;
}

export const readFigures = (file: string): Figures =>
  readDatabase(file, (database) => {
    const count = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      tickets: count("SELECT COUNT(*) FROM tickets"),
      events: count("SELECT COUNT(*) FROM ticket_events"),
      timers: count("SELECT COUNT(*) FROM ticket_events WHERE type = 'timer'"),
      jobs: count("SELECT COUNT(*) FROM jobs WHERE status IN ('done', 'dead')"),
    };
  });

/** What is still to happen by itself: timers and jobs. */
export const readPending = (file: string): number =>
  readDatabase(
    file,
    (database) =>
      database
        .prepare<[], number>(
          "SELECT (SELECT COUNT(*) FROM timers) + (SELECT COUNT(*) FROM jobs WHERE status IN ('pending', 'running'))",
        )
        .pluck()
        .get() ?? 0,
  );
