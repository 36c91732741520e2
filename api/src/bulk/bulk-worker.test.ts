import { expect, test } from "vitest";
import { type BulkOptions, createBulkWorker } from "./bulk-worker.ts";

/** Jobs without tickets: each is finished as soon as the worker looks at it. */
function jobsIn(waiting: Set<string>, onEmpty: () => void): Pick<BulkOptions, "database" | "runtime"> {
  const query = async (sql: string) => {
    if (!sql.includes("FROM bulk_jobs")) return [];
    if (waiting.size === 0) onEmpty();
    return [...waiting].map((id) => ({ id, action: "{}", actor: "{}" }));
  };
  const run = async () => waiting.clear();
  const database = { reader: { query }, writer: { run } };
  return { database, runtime: { clock: { now: () => 0 } } } as unknown as BulkOptions;
}

test.each([0, 1, 2, 3, 4, 5, 6, 8, 12])("a job added %i turns after the last look is done", async (turns) => {
  const waiting = new Set(["first"]);
  let added: Promise<void> | undefined;
  const addLate = async () => {
    for (let turn = 0; turn < turns; turn += 1) await null;
    waiting.add("late");
    worker.poke();
  };
  const options = jobsIn(waiting, () => {
    added ??= addLate();
  });
  const worker = createBulkWorker({ ...options, onError: (error) => expect.fail(String(error)) });
  worker.poke();
  await worker.idle();
  await added;
  await worker.idle();
  expect([...waiting]).toEqual([]);
});
