import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compose } from "../compose.ts";
import { parseConfig } from "../config.ts";

const key = "a-bootstrap-key-for-tests";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-restart-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = () =>
  compose(
    parseConfig({
      SLUICE_DATA: folder,
      SLUICE_STARTER: "none",
      SLUICE_BOOTSTRAP_KEY: key,
      LOG_LEVEL: "silent",
    }),
  );

const [from, until] = ["2996-01-01T00:00:00Z", "2996-01-02T00:00:00Z"];
const campaign = {
  kind: "campaign",
  key: "later",
  name: "later",
  formatVersion: 1,
  spec: { from, until, precedence: 1, phases: [{ id: "p", name: "p", from, until }] },
};

test("edges of a campaign whose publish was the last thing before a crash are armed at the next start", async () => {
  const edges = (server: Awaited<ReturnType<typeof start>>) =>
    server.app.context.database.reader.query<{ key: string }[]>(
      'SELECT "key" FROM timers WHERE kind = \'campaign\' ORDER BY "key"',
    );
  const first = await start();
  const imported = await first.app.inject({
    method: "POST",
    url: "/api/v1/documents/import?publish=true",
    headers: { authorization: `Bearer ${key}` },
    payload: { documents: [campaign] },
  });
  expect(imported.statusCode).toBe(200);
  const armed = await edges(first);
  expect(armed).toHaveLength(2);
  // As a process leaves it that ends between the publish and what follows it.
  await first.app.context.database.writer.run((transaction) =>
    transaction.query("DELETE FROM timers WHERE kind = 'campaign'"),
  );
  await first.stop();
  const second = await start();
  expect(await edges(second)).toEqual(armed);
  await second.stop();
});
