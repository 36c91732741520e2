/**
 * Houses with a million tickets. Over the API they would take an hour to make; so a few hundred ordinary tickets are
 * taken and partly resolved by a real server, and the rows of those are repeated (`ticket-patterns.ts`) by the bare
 * driver. What counts tickets is brought up to it: the counter of numbers and the loads of agents.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import { tickets } from "./send-tickets.js";
import { type BenchServer, startBenchServer } from "./server.js";
import { type Pattern, readPatterns, renderPattern } from "./ticket-patterns.js";

export const databaseOf = (folder: string): string => join(folder, "sluice.db");

/** What an ordinary house is made of. */
export interface Patterns {
  /** Resolved, asked how it was, and waiting for the answer or the seventh day. */
  readonly resolved: readonly Pattern[];
  /** Open, with clocks that run, and nobody has it yet: in a group's queue or a pool. */
  readonly open: readonly Pattern[];
}

async function created(server: BenchServer, lines: readonly string[]): Promise<readonly string[]> {
  const answer = await fetch(`${server.url}/api/v1/tickets/batch`, {
    method: "POST",
    headers: { ...server.headers, "content-type": "application/x-ndjson" },
    body: lines.join("\n"),
  });
  const results = (await answer.text()).trim().split("\n");
  return results.map((line) => (JSON.parse(line) as { ticket: { id: string } }).ticket.id);
}

async function resolve(server: BenchServer, id: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/tickets/${id}`, {
    method: "PATCH",
    headers: { ...server.headers, "content-type": "application/json" },
    body: JSON.stringify({ status: "resolved" }),
  });
  if (!answer.ok) throw new Error(`a ticket could not be resolved: ${await answer.text()}`);
}

/** Lets a real server take `count` tickets in `folder` and resolve two thirds of them. */
export async function furnishFolder(folder: string, count = 600): Promise<Patterns> {
  const server = await startBenchServer({}, folder);
  try {
    const ids = await created(server, tickets(count, 77));
    for (const [at, id] of ids.entries()) if (at % 3 !== 0) await resolve(server, id);
  } finally {
    await server.stop();
  }
  const patterns = readPatterns(databaseOf(folder));
  const [resolved, open] = [
    patterns.filter(({ isOpen }) => !isOpen),
    patterns.filter(({ isOpen }) => isOpen),
  ];
  if (resolved.length < 50 || open.length < 50)
    throw new Error(`${resolved.length} resolved and ${open.length} open patterns are too few`);
  return { resolved, open };
}

/** A ticket to be made: like `pattern`, with its timer due at `due`, epoch ms. */
export interface Wanted {
  readonly pattern: Pattern;
  readonly due: number;
}

type Counts = Record<string, Record<string, number>>;

function addLoads(database: Database.Database, carried: ReadonlyMap<string, Counts>): void {
  const read = database.prepare<[string], { counts: string }>(
    "SELECT counts FROM agent_loads WHERE agent_id = ?",
  );
  const write = database.prepare("UPDATE agent_loads SET counts = ? WHERE agent_id = ?");
  for (const [agent, more] of carried) {
    const counts = JSON.parse(read.get(agent)?.counts ?? "{}") as Counts;
    for (const [kind, byStatus] of Object.entries(more))
      for (const [status, count] of Object.entries(byStatus))
        counts[kind] = { ...counts[kind], [status]: (counts[kind]?.[status] ?? 0) + count };
    write.run(JSON.stringify(counts), agent);
  }
}

function count(carried: Map<string, Counts>, { carried: by }: Pattern): void {
  if (!by) return;
  const counts = carried.get(by.agent) ?? {};
  counts[by.kind] = { ...counts[by.kind], [by.status]: (counts[by.kind]?.[by.status] ?? 0) + 1 };
  carried.set(by.agent, counts);
}

/** Statements are made once for each table. */
function createInserter(database: Database.Database) {
  const statements = new Map<string, Database.Statement>();
  return (table: string, columns: readonly string[], values: readonly unknown[]): void => {
    let statement = statements.get(table);
    if (!statement) {
      const names = columns.map((name) => `"${name}"`).join(",");
      statement = database.prepare(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => "?").join(",")})`,
      );
      statements.set(table, statement);
    }
    statement.run(...values);
  };
}

const perTransaction = 5_000;

/** Adds the tickets to the database of a stopped server; `onMade` hears of each. */
export function fillHouse(
  file: string,
  wanted: Iterable<Wanted>,
  onMade: (id: string, due: number) => void = () => undefined,
): void {
  const database = new Database(file);
  // Made for measuring only: a power cut costs the bench, not a ticket.
  database.pragma("synchronous = OFF");
  database.pragma("cache_size = -400000");
  const row = database
    .prepare<[], { value: number }>(`SELECT value FROM counters WHERE "key" = 'ticket'`)
    .get();
  let number = row?.value ?? 0;
  const insert = createInserter(database);
  const carried = new Map<string, Counts>();
  let made = 0;
  database.exec("BEGIN");
  for (const { pattern, due } of wanted) {
    number += 1;
    const own = { index: number, number, shift: due - pattern.due };
    onMade(renderPattern(pattern, own, insert), due);
    count(carried, pattern);
    made += 1;
    if (made % perTransaction === 0) database.exec("COMMIT; BEGIN");
  }
  addLoads(database, carried);
  database.prepare(`UPDATE counters SET value = ? WHERE "key" = 'ticket'`).run(number);
  database.exec("COMMIT");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}
