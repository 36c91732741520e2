/** What the outside knows, compared with what the database holds. */
import type { ClockState, QueueEntry, RunState, TicketState } from "@sluice/engine";
import Database from "better-sqlite3";
import { capacity, groupOf, remindersOf } from "./crash-house.ts";
import { repeatable, webhookNodes } from "./crash-workflows.ts";
import type { Effect } from "./effect-sink.ts";
import type { Ledger } from "./ledger.ts";
import { verifyOthers } from "./verify-others.ts";

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
      ...verifyOthers(database, ledger),
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
export function verifyEffects(file: string, effects: ReadonlyMap<string, Effect>, ledger: Ledger): string[] {
  const jobs = readDatabase(file, (database) =>
    database.prepare<[], JobRow>("SELECT id, status, action, node FROM jobs").all(),
  );
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const undone = jobs.filter(
    ({ id, status, action }) =>
      status === "done" && action === "http.request" && effects.get(id)?.effects !== 1,
  );
  return [
    ...undone.map(({ id }) => `job ${id} is done, with ${effects.get(id)?.effects ?? 0} effects`),
    ...[...effects.keys()].flatMap((key) => (byId.has(key) ? [] : [`effect ${key}: no such job`])),
    ...repeated(effects),
    ...uncalled(effects, ledger),
  ];
}

const toldTo = ({ body }: Effect) => JSON.parse(body) as { readonly about: string; readonly node: string };

/** A node runs once for what it is about, so one that took effect under two keys did so twice. */
function* repeated(effects: ReadonlyMap<string, Effect>): Generator<string> {
  const keys = new Map<string, string>();
  for (const effect of effects.values()) {
    const { about, node } = toldTo(effect);
    if (repeatable.has(node)) continue;
    const name = `${node} of ${about}`;
    const first = keys.get(name);
    if (first !== undefined) yield `${name} took effect under ${first} and ${effect.key}`;
    keys.set(name, effect.key);
  }
}

/** What a call of the webhook came to is there for every call that was acknowledged. */
function* uncalled(effects: ReadonlyMap<string, Effect>, { calls }: Ledger): Generator<string> {
  const seen = new Set([...effects.values()].map(toldTo).map(({ about, node }) => `${about} ${node}`));
  for (const mark of calls.answered.keys())
    for (const node of webhookNodes)
      if (!seen.has(`${mark} ${node}`)) yield `call ${mark}: ${node} took no effect`;
}

const isComplete = ({ state, metric, breachedAt, fired }: ClockState): boolean =>
  state !== "running" || (breachedAt !== null && remindersOf(metric).every((id) => fired.includes(id)));

/** What may last for ever by itself: an incident, a run queued behind another, a wait for somebody without a limit. */
function lastingWaits({ ticket, routing }: TicketState): ReadonlySet<string | undefined> {
  const isDone = ticket.status === "resolved" || ticket.status === "closed";
  const isPatient = isDone || (routing?.type === "waiting" && routing.timeoutAt === null);
  return new Set(["incident", "run", ...(isPatient ? ["route"] : [])]);
}

/** What a token holds open, or waits beside, while others of its run, or the run that it called, have not come. */
const standing: ReadonlySet<string | undefined> = new Set(["fork", "join", "items", "call"]);

/** True when a person has to do something before the run, or one that it called, can go on. */
function isHeld(run: RunState, runs: readonly RunState[], lasting: ReadonlySet<string | undefined>): boolean {
  return run.tokens.some(({ wait }) => {
    if (lasting.has(wait?.type)) return true;
    const called = wait?.type === "call" ? runs.find(({ id }) => id === wait.run) : undefined;
    return called !== undefined && isHeld(called, runs, lasting);
  });
}

function* unended(state: TicketState): Generator<string> {
  const { ticket, runs, tasks } = state;
  const lasting = lastingWaits(state);
  for (const run of runs)
    for (const { node, wait } of run.tokens) {
      const lasts = lasting.has(wait?.type) || (standing.has(wait?.type) && isHeld(run, runs, lasting));
      if (!lasts) yield `ticket ${ticket.id}: ${node} of ${run.workflow.key} still waits for ${wait?.type}`;
    }
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

const ticketlessStates = (database: Database.Database): readonly TicketState[] =>
  database
    .prepare<[], string>("SELECT state FROM ticketless")
    .pluck()
    .all()
    .map((text) => JSON.parse(text) as TicketState);

/** In the quiet at the end: every clock that still runs has told everything, every run waits for a person only. */
export function verifyQuiet(file: string): string[] {
  const rows = readDatabase(file, ticketRows);
  const states = rows.map(({ state }) => JSON.parse(state) as TicketState);
  const idle = readDatabase(file, idleAgents);
  return [
    ...idle,
    ...states.flatMap((state) => [...unended(state), ...untold(state)]),
    ...readDatabase(file, ticketlessStates).flatMap((state) => [...unended(state)]),
  ];
}

/** Figures for the line of a round. */
export interface Figures {
  readonly tickets: number;
  readonly events: number;
  readonly timers: number;
  readonly jobs: number;
  /** Runs without a ticket: of schedules and of webhooks. */
  readonly ticketless: number;
  /** Runs that another run called. */
  readonly called: number;
  readonly surveys: number;
  /** Tickets that bulk jobs have reached. */
  readonly bulk: number;
}

export const readFigures = (file: string): Figures =>
  readDatabase(file, (database) => {
    const count = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      tickets: count("SELECT COUNT(*) FROM tickets"),
      events: count("SELECT COUNT(*) FROM ticket_events"),
      timers: count("SELECT COUNT(*) FROM ticket_events WHERE type = 'timer'"),
      jobs: count("SELECT COUNT(*) FROM jobs WHERE status IN ('done', 'dead')"),
      ticketless: count("SELECT COUNT(*) FROM runs WHERE ticket_id LIKE 'house:%'"),
      called: count("SELECT COUNT(*) FROM runs WHERE workflow = 'delivery'"),
      surveys: count("SELECT COUNT(*) FROM surveys WHERE answered_at IS NOT NULL"),
      bulk: count("SELECT COUNT(*) FROM bulk_items WHERE status = 'done'"),
    };
  });

/** SQL: what is still to happen by itself: timers, jobs and bulk jobs. */
export const pendingSql = `SELECT (SELECT COUNT(*) FROM timers) +
  (SELECT COUNT(*) FROM jobs WHERE status IN ('pending', 'running')) +
  (SELECT COUNT(*) FROM bulk_jobs WHERE status = 'running') AS n`;

/** How much is still to happen by itself. */
export const readPending = (file: string): number =>
  readDatabase(file, (database) => database.prepare<[], number>(pendingSql).pluck().get() ?? 0);
