import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { createDatabase, type Database } from "../database/database.ts";
import { AppError } from "../errors.ts";
import { createJobs } from "./jobs.ts";

let folder: string;
let stored: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-jobs-"));
  stored = await createDatabase({ dataDir: folder });
});
afterAll(async () => {
  await stored.close();
  await rm(folder, { recursive: true, force: true });
});

test("a job that ended while nothing could be written runs again once there is room, without a restart", async () => {
  const input = { input: {}, timeout: "PT1S", retry: { backoff: "fixed", initial: "PT1S", max: "PT1S" } };
  await stored.writer.run(async (manager) => {
    await manager.query(
      "INSERT INTO jobs (id, kind, action, input, status, attempts, max_attempts, run_at) VALUES ('j', 'action', 'a', ?, 'pending', 0, 3, 0)",
      [JSON.stringify(input)],
    );
  });
  let isFull = false;
  const refuse = () => Promise.reject(new AppError("database.full"));
  const database: Database = {
    ...stored,
    writer: { ...stored.writer, run: (work) => (isFull ? refuse() : stored.writer.run(work)) },
  };
  let runs = 0;
  const ended: string[] = [];
  const jobs = createJobs({
    ...{ database, clock: systemClock, follower: { record: async () => () => undefined } },
    ...{ onNews: () => undefined, paused: () => [], onError: () => undefined },
    plugins: {
      run: async () => {
        runs += 1;
        isFull = runs === 1;
        return { ok: true, output: null, durationMs: 1 };
      },
    },
    dispatcher: {
      submit: async ({ job }: { job: { id: string } }) => (isFull ? refuse() : void ended.push(job.id)),
    } as never,
  });
  await jobs.start();
  await vi.waitFor(() => expect(runs).toBe(1));
  await jobs.idle();
  const statusNow = async () =>
    (await stored.reader.query<{ status: string }[]>("SELECT status FROM jobs"))[0]?.status;
  expect([await statusNow(), ended]).toEqual(["running", []]);
  isFull = false;
  await vi.waitFor(() => expect(ended).toEqual(["j"]), { timeout: 20_000 });
  await jobs.stop();
});
