import { afterAll, beforeAll, expect, test } from "vitest";
import type { Queryable } from "../database/database.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import {
  countArrived,
  countClocks,
  countDone,
  countIncidents,
  countOpen,
  countRuns,
} from "./ticket-counts.ts";

let it: TestApp;
beforeAll(async () => {
  it = await createTestApp();
});
afterAll(() => it.close());

/** How SQLite would answer each statement of `work`. */
async function plansOf(work: (db: Queryable) => Promise<unknown>): Promise<readonly string[]> {
  const { reader } = it.database;
  const plans: string[] = [];
  const listening = {
    query: async (sql: string, values: unknown[]) => {
      const steps = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, values);
      plans.push(...steps.map(({ detail }) => detail));
      return reader.query(sql, values);
    },
  };
  await work(listening as unknown as Queryable);
  return plans;
}

test.each([
  ["what came in", (db: Queryable) => countArrived(db, 1)],
  ["what is open", (db: Queryable) => countOpen(db, 1)],
  ["clocks", (db: Queryable) => countClocks(db)],
  ["what is done", (db: Queryable) => countDone(db, 1)],
])("%s is counted from an index alone, by a search and never a scan", async (_, work) => {
  const plans = (await plansOf(work)).filter((plan) => plan.includes("tickets"));
  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) expect(plan).toMatch(/^SEARCH tickets USING COVERING INDEX/);
});

test("incidents and runs are found by an index", async () => {
  const plans = await plansOf(async (db) => [await countIncidents(db), await countRuns(db, "intake")]);
  expect(plans.filter((plan) => plan.startsWith("SCAN"))).toEqual([]);
});
