/**
 * turns: on a shared database, what each transaction changed for the other processes: numbered without gaps up to the
 * counter. What runs there is leased; a database of one process knows neither.
 */
import type { Check } from "../check.ts";
import type { Stored } from "../stored.ts";

const value = ({ database }: Stored, sql: string): number | null =>
  database.prepare<[], number | null>(sql).pluck().get() ?? null;

function* numbers(stored: Stored, counter: number): Generator<string> {
  const [least, last, count] = ["MIN(id)", "MAX(id)", "COUNT(*)"].map((what) =>
    value(stored, `SELECT ${what} FROM turns`),
  );
  if (last == null || least == null) return;
  if (last !== counter) yield `the last turn is ${last}, the counter says ${counter}`;
  if (count !== last - least + 1) yield `${count} turns from ${least} to ${last}`;
}

function* contents({ database }: Stored): Generator<string> {
  const rows = database
    .prepare<[], { id: number; routing: string | null; news: string | null }>(
      "SELECT id, routing, news FROM turns",
    )
    .all();
  for (const { id, routing, news } of rows) {
    if (routing === null && news === null) yield `turn ${id}: tells nothing`;
    for (const text of [routing, news]) if (text !== null) JSON.parse(text);
  }
}

export const turnsCheck: Check = {
  name: "turns",
  *run(stored) {
    const counter = value(stored, `SELECT value FROM counters WHERE "key" = 'turn'`);
    if (counter !== null) {
      yield* numbers(stored, counter);
      yield* contents(stored);
      const free = value(
        stored,
        "SELECT COUNT(*) FROM jobs WHERE status = 'running' AND leased_until IS NULL",
      );
      if (free !== 0) yield `${free} jobs are running without a lease`;
      return;
    }
    for (const table of ["timers", "jobs", "bulk_jobs"]) {
      const leased = value(stored, `SELECT COUNT(*) FROM ${table} WHERE leased_until IS NOT NULL`);
      if (leased !== 0) yield `${leased} rows of ${table} are leased where there is one process`;
    }
  },
};
