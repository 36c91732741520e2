/** What has ended stays as it ended: remembered after one crash, compared after the next. */
import type Database from "better-sqlite3";
import { readDatabase } from "./verify.ts";

/** Rows that have ended, with how. A job that is dead may be tried again by a person; one that is done may not. */
const endings = {
  run: "SELECT id, status || ' ' || ended_at || ' ' || length(data) AS state FROM runs WHERE status <> 'active'",
  job: "SELECT id, status || ' ' || finished_at AS state FROM jobs WHERE status IN ('done', 'cancelled')",
  task: "SELECT id, status AS state FROM tasks WHERE status <> 'open'",
  incident: "SELECT id, status || ' ' || closed_at AS state FROM incidents WHERE status <> 'open'",
  survey: "SELECT id, score || ' ' || answered_at AS state FROM surveys WHERE answered_at IS NOT NULL",
  "bulk job": "SELECT id, status || ' ' || finished_at AS state FROM bulk_jobs WHERE status <> 'running'",
  event: "SELECT id, ticket_id || ' ' || seq || ' ' || length(data) AS state FROM ticket_events",
} as const;

/** Everything that has ended, by kind and id. */
export type Endings = ReadonlyMap<string, string>;

const rowsOf = (database: Database.Database, sql: string) =>
  database.prepare<[], { id: string; state: string }>(sql).all();

/** Reads what has ended by now, and every event, which never changes either. */
export const readEndings = (file: string): Endings =>
  readDatabase(
    file,
    (database) =>
      new Map(
        Object.entries(endings).flatMap(([kind, sql]) =>
          rowsOf(database, sql).map(({ id, state }) => [`${kind} ${id}`, state] as const),
        ),
      ),
  );

/** One line for each ending that is another now, or gone. */
export function* changedEndings(before: Endings, after: Endings): Generator<string> {
  for (const [name, state] of before)
    if (after.get(name) !== state) yield `ended: ${name} was ${state}, now ${after.get(name) ?? "not ended"}`;
}
