/** What systems, customers and operators were told, compared with what the database holds. */
import { createHash } from "node:crypto";
import type { TicketEvent } from "@sluice/engine";
import type Database from "better-sqlite3";
import type { Ledger } from "./ledger.ts";

/** How often each of them is there. */
const countBy = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const column = (database: Database.Database, sql: string): readonly string[] =>
  database.prepare<[], string>(sql).pluck().all();

type Triggered = TicketEvent & { readonly type: "run.triggered" };

/** An acknowledged call has its run once; one that was not has one at most. */
function* calls(database: Database.Database, { calls: { answered } }: Ledger): Generator<string> {
  const events = column(
    database,
    "SELECT data FROM ticket_events WHERE type = 'run.triggered' AND ticket_id LIKE 'house:shipped:%'",
  ).map((text) => JSON.parse(text) as Triggered);
  const marks = countBy(events.map(({ data }) => (data as { readonly mark: string }).mark));
  for (const [mark, count] of marks) if (count !== 1) yield `call ${mark} was taken ${count} times`;
  const runs = new Set(column(database, "SELECT id FROM runs WHERE workflow = 'shipped'"));
  for (const [mark, told] of answered) {
    if (!marks.has(mark)) yield `call ${mark} was acknowledged, and nothing of it is there`;
    for (const run of told) if (!runs.has(run)) yield `call ${mark}: its run ${run} is lost`;
  }
}

/** A schedule's dues follow one another without a gap, whatever went by while nothing ran. */
function* ticks(database: Database.Database): Generator<string> {
  const events = column(
    database,
    "SELECT data FROM ticket_events WHERE type = 'run.triggered' AND ticket_id = 'house:clock-all:start' ORDER BY seq",
  ).map((text) => JSON.parse(text) as Triggered);
  const dues = [...new Set(events.map(({ due = 0 }) => due))];
  for (const [index, due] of dues.entries()) {
    const next = dues[index + 1];
    if (next !== undefined && next - due !== 60_000)
      yield `the schedule was due at ${due}, and then at ${next}`;
  }
}

interface BulkItem {
  readonly item_id: string;
  readonly action: string;
}

/** What bulk jobs did is what the tickets' events say, ticket by ticket: done once, and marked as done. */
function* bulkEffects(database: Database.Database): Generator<string> {
  const items = database
    .prepare<[], BulkItem>(
      `SELECT i.item_id, j.action FROM bulk_items i JOIN bulk_jobs j ON j.id = i.job_id WHERE i.status = 'done'`,
    )
    .all();
  for (const type of ["reroute", "reclassify"]) {
    const marked = countBy(
      items.filter(({ action }) => JSON.parse(action).type === type).map(({ item_id }) => item_id),
    );
    const told = countBy(
      column(database, `SELECT ticket_id FROM ticket_events WHERE type = 'ticket.${type}'`),
    );
    for (const ticket of new Set([...marked.keys(), ...told.keys()]))
      if (marked.get(ticket) !== told.get(ticket))
        yield `ticket ${ticket}: ${type} is marked ${marked.get(ticket)} times, and happened ${told.get(ticket)} times`;
  }
}

function* bulkJobs(database: Database.Database, { bulk: { answered } }: Ledger): Generator<string> {
  const rows = database.prepare<[], { id: string; total: number }>("SELECT id, total FROM bulk_jobs").all();
  const totals = new Map(rows.map(({ id, total }) => [id, total]));
  for (const { id, total } of answered.values())
    if (totals.get(id) !== total) yield `bulk job ${id} of ${total} tickets: there are ${totals.get(id)}`;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

function* settings(database: Database.Database, { scores, published, secrets }: Ledger): Generator<string> {
  const given = new Set(
    column(database, "SELECT token || ' ' || CAST(score AS INTEGER) FROM surveys WHERE score IS NOT NULL"),
  );
  for (const { token, score } of scores)
    if (!given.has(`${hashOf(token)} ${score}`)) yield `the answer ${score} to a survey is lost`;
  const names = new Set(column(database, "SELECT name FROM plugin_secrets"));
  for (const name of secrets) if (!names.has(name)) yield `secret ${name} is lost`;
  const revisions = column(database, "SELECT document FROM revisions WHERE kind = 'workflow'");
  const marks = countBy(
    revisions.map((text) => (JSON.parse(text) as { description?: string }).description ?? ""),
  );
  for (const mark of published)
    if (marks.get(mark) !== 1) yield `revision ${mark} is there ${marks.get(mark) ?? 0} times`;
}

/** Acknowledged calls, bulk jobs, answers, revisions and secrets, each there once; one line for each violation. */
export function* verifyOthers(database: Database.Database, ledger: Ledger): Generator<string> {
  yield* calls(database, ledger);
  yield* ticks(database);
  yield* bulkJobs(database, ledger);
  yield* bulkEffects(database);
  yield* settings(database, ledger);
}
