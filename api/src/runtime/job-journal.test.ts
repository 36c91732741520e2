import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createDatabase, type Database } from "../database/database.ts";
import type { JobRow } from "../database/entities/work.ts";
import { readJobReports } from "../database/repositories/job-reports.ts";
import type { News } from "./follower.ts";
import { createJobJournal, type JobJournal } from "./job-journal.ts";
import { toStoredReport } from "./job-report.ts";

let dataDir: string;
let database: Database;
let journal: JobJournal;
let transactions = 0;
let told: News[] = [];
let faults: unknown[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "sluice-journal-"));
  database = await createDatabase({ dataDir });
  [transactions, told, faults] = [0, [], []];
  const { writer } = database;
  const counting: Database["writer"] = {
    ...writer,
    depth: 0,
    run: (work) => {
      transactions += 1;
      return writer.run(work);
    },
  };
  journal = createJobJournal({
    database: { ...database, writer: counting },
    clock: { now: () => 1_000 },
    follower: { record: async () => () => undefined },
    onNews: (news) => told.push(...news),
    onError: (error) => faults.push(error),
  });
});
afterEach(async () => {
  await journal.stop();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const job = (id: string) => ({ id, ticket_id: "t-1", run_id: "r", node: "n2" }) as JobRow;
const line = (message: string) => ({ level: "info" as const, message });

const messages = async (id: string): Promise<readonly string[]> => {
  const [row] = await readJobReports(database.reader, [id]);
  return row ? toStoredReport(row).log.map(({ message }) => message) : [];
};

it("stores what several jobs have said in one transaction, and nothing where nothing was said", async () => {
  const reporters = ["a", "b", "c"].map((id) => journal.begin(job(id), 1));
  journal.begin(job("silent"), 1);
  for (let index = 0; index < 40; index += 1)
    for (const reporter of reporters) {
      reporter.log(line(`line ${index}`));
      reporter.progress({ done: index, total: 40 });
    }
  journal.start();
  await expect.poll(() => transactions).toBe(1);
  await expect.poll(() => messages("c")).toHaveLength(40);
  expect(told).toMatchObject(["a", "b", "c"].map((id) => ["job", { id, progress: { done: 39 } }]));
  expect(await messages("silent")).toEqual([]);
  expect([transactions, faults]).toEqual([1, []]);
});

it("keeps what was said when the transaction that should store it is rolled back", async () => {
  const reporter = journal.begin(job("a"), 1);
  reporter.log(line("one"));
  const failing = database.writer.run(async (transaction) => {
    await journal.write(transaction, ["a"]);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow();
  expect(journal.isDirty("a")).toBe(true);
  const committed = await database.writer.run((transaction) => journal.write(transaction, ["a"]));
  committed();
  expect([journal.isDirty("a"), await messages("a")]).toEqual([false, ["one"]]);
});

it("takes no more from a try that is over, and a later one goes on from what is stored", async () => {
  const first = journal.begin(job("a"), 1);
  first.log(line("one"));
  first.failed({ code: "x.y", message: "failed" });
  await database.writer.run((transaction) => journal.write(transaction, ["a"]));
  journal.end("a");
  first.log(line("too late"));
  expect(journal.isDirty("a")).toBe(false);

  journal.begin(job("a"), 2).log(line("two"));
  await database.writer.run((transaction) => journal.write(transaction, ["a"]));
  expect(await messages("a")).toEqual(["one", "two"]);
  const [row] = await readJobReports(database.reader, ["a"]);
  expect(row && toStoredReport(row).errors).toMatchObject([{ attempt: 1, code: "x.y" }]);
});
