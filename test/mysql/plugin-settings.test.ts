/** Plugins' settings and secrets on several processes of one house: what one sets, the others follow without a restart. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { callingWorkflow } from "../support/house-plugin.ts";
import { listen } from "../support/listen.ts";
import { configurePlugin } from "../support/requests.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { startService } from "../support/stand-ins.ts";

let one: TestServer;
let two: TestServer;
beforeEach(async () => {
  one = await startTestServer();
  if (one.databaseUrl === undefined) throw new Error("these tests need a MySQL server");
  two = await startTestServer({ databaseUrl: one.databaseUrl });
});
afterEach(async () => {
  await Promise.all([one?.stop(), two?.stop()]);
});

const settingsOf = async (server: TestServer, id: string) =>
  (await server.must("GET", `/plugins/${id}`)).settings;
const offers = async (server: TestServer): Promise<readonly string[]> =>
  (await server.must("GET", "/catalog")).actions.map(({ id }: { id: string }) => id);

it("what one process switches and configures, the other runs by, and its pages are told", async () => {
  expect(await offers(two)).not.toContain("llm.summarise");
  const { heard } = await listen(await two.listen(), "catalog", (told) => told.length > 0);
  await configurePlugin(one, "llm", { model: "m-1" });
  expect(await heard).toMatchObject([{ event: "catalog" }]);
  await expect.poll(() => settingsOf(two, "llm")).toEqual({ enabled: true, config: { model: "m-1" } });
  expect(await offers(two)).toContain("llm.summarise");

  await one.must("PUT", "/plugins/erp", { enabled: false, config: {} });
  await expect.poll(() => offers(two)).not.toContain("erp.order");
  await two.must("PUT", "/plugins/erp", { enabled: true, config: {} });
  await expect.poll(() => offers(one)).toContain("erp.order");
});

it("what a job says on one process, pages of the other are told", async () => {
  const carrier = await startService(() => ({}));
  const url = `${carrier.origin}/x`;
  const retry = { maxAttempts: 1, backoff: "fixed", initial: "PT1S", max: "PT1S" };
  const config = { action: "http.request", version: "1", input: { method: "GET", url }, retry };
  await one.must("POST", "/documents/import?publish=true", { documents: [callingWorkflow("calls", config)] });
  const { id } = await one.must("POST", "/tickets", { channel: "web", subject: "s", customer: { id: "c" } });
  await Promise.all([one.settled(), two.settled()]);
  const jobs = await two.must("GET", `/jobs?ticket=${id}`);
  // The private address is refused: whichever process ran it, both can say what it failed by.
  const path = `/jobs/${encodeURIComponent(jobs.items[0].id)}`;
  for (const server of [one, two])
    expect(await server.must("GET", path)).toMatchObject({
      status: "dead",
      errors: [{ attempt: 1, code: "http.address-refused" }],
    });
  carrier.close();
});
