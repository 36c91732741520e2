import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compose } from "../compose.ts";
import { parseConfig } from "../config.ts";

const key = "a-bootstrap-key-for-tests";
const [from, until] = ["2996-01-01T00:00:00Z", "2996-01-02T00:00:00Z"];
const campaign = {
  kind: "campaign",
  key: "later",
  name: "later",
  formatVersion: 1,
  spec: { from, until, precedence: 1, phases: [{ id: "p", name: "p", from, until }] },
};

test("edges are armed in the transaction that publishes the campaign, and vanish in its rollback", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sluice-edges-"));
  const config = { SLUICE_DATA: folder, SLUICE_STARTER: "none", LOG_LEVEL: "silent" };
  const server = await compose(parseConfig({ ...config, SLUICE_BOOTSTRAP_KEY: key }));
  const { reader, writer } = server.app.context.database;
  const armed = () => reader.query<unknown[]>("SELECT 1 FROM timers WHERE kind = 'campaign'");
  const changes = [{ kind: "campaign", key: "later", revision: 1, document: null, apply: "new" }] as const;
  await server.app.inject({
    method: "POST",
    url: "/api/v1/documents/import?publish=true",
    headers: { authorization: `Bearer ${key}` },
    payload: { documents: [campaign] },
  });
  expect(await armed()).toHaveLength(2);
  await writer.run((transaction) => transaction.query("DELETE FROM timers WHERE kind = 'campaign'"));
  const failing = writer.run(async (transaction) => {
    await server.runtime.publishing(transaction, changes);
    throw new Error("the publish failed");
  });
  await expect(failing).rejects.toThrow();
  expect(await armed()).toEqual([]);
  await writer.run((transaction) => server.runtime.publishing(transaction, changes));
  expect(await armed()).toHaveLength(2);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
