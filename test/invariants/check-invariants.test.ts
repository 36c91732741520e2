/** The checker itself: it passes a sound house, and finds each kind of damage that is done to a copy of it. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crashHouse, furnishCrashHouse } from "../crash/crash-house.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";
import { checkInvariants } from "./check-invariants.ts";

let folder: string;
let sound: string;
let now: number;

/** Tickets in every place: assigned, waiting, pooled, claimed, resolved; with runs, tasks, incidents and reminders. */
async function live(server: TestServer, sink: Sink): Promise<void> {
  const create = (channel: string, customer: string, externalId: string) =>
    server.must(
      "POST",
      "/tickets",
      { channel, externalId, subject: `退款 ${externalId}`, customer: { id: customer } },
      { "idempotency-key": externalId },
    );
  for (const [index, channel] of ["taobao", "jd", "wechat", "phone", "phone"].entries())
    await create(channel, `c${index % 2}`, `first-${index}`);
  await server.advance("PT0S");
  await server.advance("PT2S");
  const talked = await create("taobao", "c1", "talked");
  await server.must("POST", `/tickets/${talked.id}/messages`, { author: "customer", text: "在吗" });
  await server.must("POST", `/tickets/${talked.id}/messages`, { author: "agent", text: "在的" });
  await server.must("PATCH", `/tickets/${talked.id}`, { status: "pending_customer" });
  await server.advance("PT1S");
  for (const id of ["a1", "a2", "a3", "a4", "b1", "b2"])
    await server.must("PUT", `/agents/${id}/presence`, { presence: "offline" });
  for (let index = 0; index < 4; index += 1) await create("wechat", "c9", `late-${index}`);
  await server.advance("PT2.5S");
  await server.must("POST", "/pools/general/claim", { agent: "a2" });
  for (let index = 0; index < 3; index += 1) await create("jd", "c8", `last-${index}`);
  await server.advance("PT0.7S");
  sink.answer("/effect", { status: 503, body: {} });
  await create("jd", "c7", "postponed");
  await server.settled();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-invariants-"));
  sound = join(folder, "sound.db");
  const sink = await startSink();
  sink.answer("/effect", { status: 200, body: {} });
  sink.answer("/refuse", { status: 422, body: {} });
  const server = await startTestServer({ allowHosts: "127.0.0.1" });
  try {
    await furnishCrashHouse((method, path, body) => server.must(method, path, body), crashHouse(sink.origin));
    await live(server, sink);
    now = server.server.runtime.clock.now();
    const database = new Database(join(server.dataDir, "sluice.db"), { readonly: true });
    await database.backup(sound);
    database.close();
  } finally {
    await server.stop();
    await sink.close();
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Rows of a query on the sound house. */
function rows<Row>(sql: string): Row[] {
  const database = new Database(sound, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

let copies = 0;

/** What the checker says of a copy on which `damage` was done. */
async function after(...damage: readonly string[]): Promise<readonly string[]> {
  copies += 1;
  const file = join(folder, `copy-${copies}.db`);
  await copyFile(sound, file);
  const database = new Database(file);
  let changes = 0;
  for (const sql of damage) {
    const statement = database.prepare(sql);
    changes += statement.reader ? 0 : statement.run().changes;
  }
  database.close();
  expect(changes, `the damage was done: ${damage.join("; ")}`).toBeGreaterThan(0);
  return checkInvariants(file, { now });
}

/** Columns are named by their unique index; without it a damage that it would refuse can be done. */
const dropIndexes = (table: string): readonly string[] =>
  rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = '${table}' AND sql IS NOT NULL`,
  ).map(({ name }) => `DROP INDEX "${name}"`);

describe("checkInvariants", () => {
  it("passes a sound house in which everything is there", () => {
    expect(checkInvariants(sound, { now })).toEqual([]);
    const count = (sql: string) => rows<{ n: number }>(`SELECT COUNT(*) n FROM ${sql}`)[0]?.n ?? 0;
    for (const what of [
      "jobs WHERE status = 'done'",
      "jobs WHERE status = 'pending'",
      "incidents WHERE status = 'open'",
      "tasks WHERE status = 'open'",
      "queue_entries WHERE type = 'waiting'",
      "queue_entries WHERE type = 'pooled'",
      "agent_loads WHERE claims <> '{}'",
      "notifications",
      "timers",
      "runs WHERE status = 'completed'",
      "idempotency",
      "messages",
    ])
      expect(count(what), what).toBeGreaterThan(0);
  });

  it("says what is still to come only when asked for quiet", () => {
    expect(checkInvariants(sound, { now: now + 3_600_000 })).toEqual([]);
    expect(checkInvariants(sound, { now: now + 3_600_000, quiet: true }).join("\n")).toContain("overdue");
  });

  it("throws for a file that is no database of Sluice", () => {
    expect(() => checkInvariants(join(folder, "nothing.db"))).toThrow();
  });

  const one = "(SELECT ticket_id FROM timers LIMIT 1)";
  const aDone = "(SELECT id FROM jobs WHERE status = 'done' LIMIT 1)";
  const aMessage = "(SELECT id FROM messages LIMIT 1)";
  const aTold = '(SELECT id FROM ticket_events WHERE log LIKE \'%"type":"reminder"%\' LIMIT 1)';

  /** Copies an event to the end of its ticket's log, as if it had been handled again. */
  const again = (id: string): readonly string[] => [
    `INSERT INTO ticket_events SELECT 'again', ticket_id, (SELECT MAX(seq) + 1 FROM ticket_events e WHERE e.ticket_id = t.ticket_id),
       type, at, actor, json_set(data, '$.id', 'again'), decisions, log, refs FROM ticket_events t WHERE id = ${id}`,
    "UPDATE tickets SET seq = seq + 1, state = json_set(state, '$.seq', seq + 1) WHERE id = (SELECT ticket_id FROM ticket_events WHERE id = 'again')",
  ];

  const damages: readonly (readonly [string, string, ...string[]])[] = [
    [
      "a column that differs from the aggregate",
      "tickets:",
      `UPDATE tickets SET priority = 'P0' WHERE id = ${one}`,
    ],
    [
      "a seq beyond the log",
      "events:",
      `UPDATE tickets SET seq = seq + 1, state = json_set(state, '$.seq', seq + 1) WHERE id = ${one}`,
    ],
    [
      "a gap in the log",
      "events:",
      `UPDATE ticket_events SET seq = 1000 + seq WHERE ticket_id = ${one} AND seq > 1`,
    ],
    ["a lost event", "events:", `DELETE FROM ticket_events WHERE ticket_id = ${one} AND seq = 1`],
    [
      "an event of another kind than its data",
      "events:",
      `UPDATE ticket_events SET type = 'custom' WHERE ticket_id = ${one} AND seq = 1`,
    ],
    [
      "events without a ticket",
      "events:",
      `UPDATE ticket_events SET ticket_id = 'nobody' WHERE ticket_id = ${one}`,
    ],
    ["a revision that was never published", "events:", "DELETE FROM revisions WHERE kind = 'sla'"],
    ["a number beyond the counter", "tickets:", "UPDATE counters SET value = 1"],
    ["a lost message", "messages:", `DELETE FROM messages WHERE id = ${aMessage}`],
    [
      "a message without a ticket",
      "messages:",
      `UPDATE messages SET ticket_id = 'nobody' WHERE id = ${aMessage}`,
    ],
    ["a lost timer", "timers:", `DELETE FROM timers WHERE ticket_id = ${one}`],
    [
      "a timer at another instant",
      "timers:",
      `UPDATE timers SET due_at = due_at + 1 WHERE ticket_id = ${one}`,
    ],
    [
      "a timer of nobody",
      "timers:",
      `UPDATE timers SET ticket_id = 'nobody', "key" = 'ticket:nobody' WHERE ticket_id = ${one}`,
    ],
    [
      "a timer that nobody handles",
      "timers:",
      "INSERT INTO timers (key, kind, ticket_id, due_at, payload) VALUES ('x', 'unknown', NULL, 1, '{}')",
    ],
    [
      "two live clocks of one metric",
      "clocks:",
      "UPDATE tickets SET state = json_insert(state, '$.clocks[#]', json_extract(state, '$.clocks[0]')) WHERE json_array_length(state, '$.clocks') > 0",
    ],
    [
      "a gap between segments",
      "clocks:",
      "UPDATE tickets SET state = json_set(state, '$.clocks[0].segments[0].until', json_extract(state, '$.clocks[0].segments[0].from') + 1) WHERE json_extract(state, '$.clocks[0].state') = 'running'",
    ],
    [
      "a stopped clock that is armed",
      "clocks:",
      "UPDATE tickets SET state = json_set(state, '$.clocks[0].nextAt', 5) WHERE json_extract(state, '$.clocks[0].state') IN ('stopped', 'cancelled')",
    ],
    ["a reminder fired twice", "reminders:", ...again(aTold)],
    [
      "a reminder marked that never fired",
      "reminders:",
      "UPDATE tickets SET state = json_insert(state, '$.clocks[0].fired[#]', 'ghost') WHERE json_array_length(state, '$.clocks') > 0",
    ],
    ["a lost notification", "reminders:", "DELETE FROM notifications WHERE reason = 'escalation'"],
    [
      "a notification that nothing told",
      "reminders:",
      "UPDATE notifications SET id = id || 'x' WHERE reason = 'escalation'",
    ],
    ["a lost job", "jobs:", "DELETE FROM jobs WHERE status = 'pending'"],
    [
      "a job done without telling",
      "jobs:",
      "UPDATE jobs SET status = 'done', attempts = 1, finished_at = 1 WHERE status = 'pending'",
    ],
    ["a job told and done again", "jobs:", `UPDATE jobs SET status = 'pending' WHERE id = ${aDone}`],
    [
      "a job told twice",
      "jobs:",
      ...again("(SELECT id FROM ticket_events WHERE type = 'job.finished' LIMIT 1)"),
    ],
    [
      "a job whose run is gone",
      "jobs:",
      `DELETE FROM runs WHERE id = (SELECT run_id FROM jobs WHERE id = ${aDone})`,
    ],
    [
      "an active run without its ticket",
      "runs:",
      "UPDATE runs SET status = 'active' WHERE status = 'completed'",
    ],
    [
      "a run that ended beside its ticket",
      "runs:",
      "UPDATE runs SET status = 'completed', ended_at = 1, data = '{\"status\":\"completed\"}' WHERE status = 'active'",
    ],
    [
      "a token that waits for nothing",
      "runs:",
      "UPDATE tickets SET state = json_set(state, '$.runs[0].tokens[0].wait', NULL) WHERE json_array_length(state, '$.runs') > 0",
    ],
    ["a lost task", "tasks:", "DELETE FROM tasks WHERE status = 'open'"],
    ["a task open after its end", "tasks:", "UPDATE tasks SET status = 'open' WHERE status <> 'open'"],
    ["a lost incident", "incidents:", "DELETE FROM incidents"],
    [
      "an incident closed without its ticket",
      "incidents:",
      "UPDATE incidents SET status = 'skipped', closed_at = 1",
    ],
    ["a ticket fallen out of its queue", "routing:", "DELETE FROM queue_entries WHERE type = 'waiting'"],
    [
      "a queue entry that tells another story",
      "routing:",
      "UPDATE queue_entries SET data = json_set(data, '$.priority', 'P0', '$.since', 1)",
    ],
    [
      "an assigned ticket in a queue",
      "routing:",
      "INSERT INTO queue_entries SELECT id, 'pooled', 'default', NULL, 'general', (SELECT data FROM queue_entries LIMIT 1) FROM tickets WHERE assignee IS NOT NULL LIMIT 1",
    ],
    [
      "an assignee whom routing does not know",
      "routing:",
      "UPDATE tickets SET assignee = 'a1', state = json_set(state, '$.ticket.assignee', 'a1') WHERE pool IS NOT NULL",
    ],
    [
      "a load that does not add up",
      "routing:",
      'UPDATE agent_loads SET counts = \'{"chat":{},"ticket":{"open":7}}\' WHERE agent_id = \'a3\'',
    ],
    [
      "a claim that nobody holds",
      "routing:",
      "UPDATE agent_loads SET claims = '{\"default/general\":3}' WHERE agent_id = 'a4'",
    ],
    [
      "an assignment beyond capacity",
      "capacity:",
      `UPDATE ticket_events SET decisions = replace(decisions, '"capacity":10', '"capacity":0') WHERE decisions LIKE '%"type":"assigned"%'`,
    ],
    [
      "a customer miscounted",
      "customers:",
      "UPDATE customers SET open_tickets = open_tickets + 1 WHERE id = 'c9'",
    ],
    [
      "a live revision that is gone",
      "documents:",
      "UPDATE documents SET live_revision = 99 WHERE kind = 'routing'",
    ],
    [
      "an answer that speaks of no ticket",
      "idempotency:",
      "UPDATE idempotency SET response = json_set(response, '$.id', 'nobody')",
    ],
  ];

  it.each(damages)("finds %s", async (_what, check, ...damage) => {
    const found = await after(...damage);
    expect(found.filter((line) => line.startsWith(check))).not.toEqual([]);
  });

  it("finds a number and an externalId given twice, where no index stands guard", async () => {
    const set = (column: string, path: string, value: string) =>
      `UPDATE tickets SET ${column} = ${value}, state = json_set(state, '$.ticket.${path}', ${value}) WHERE channel = 'phone'`;
    const numbers = await after(...dropIndexes("tickets"), set("number", "number", "4"));
    expect(numbers.join("\n")).toContain("share the number 4");
    const names = await after(...dropIndexes("tickets"), set("external_id", "externalId", "'same'"));
    expect(names.join("\n")).toContain("share the externalId phone same");
  });
});
