/** Work on many incidents that is cut short goes on after the restart where it was. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose, parseConfig, type Server } from "@sluice/api";
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildPlugins } from "../support/build-plugins.ts";
import { furnish } from "../support/house.ts";
import { bootstrapKey, freshDatabase, type Reply, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";
import { readRows } from "../support/stored.ts";

type Body = Reply["body"];

/** Calls an address that is refused before anything is sent: an incident of each ticket. */
const refused: AnyDocument = {
  ...{ kind: "workflow", key: "w", name: "w", formatVersion: 1 },
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      {
        ...{ id: "call", type: "action" },
        config: {
          ...{ action: "http.request", version: "1", retry: { maxAttempts: 1 } },
          input: { method: "POST", url: "http://127.0.0.1:9/", body: {} },
        },
      },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "call" }],
  },
};
const count = 120;

let folder: string;
let databaseUrl: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-incidents-"));
  databaseUrl = freshDatabase();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const begin = (): Promise<Server> => {
  buildPlugins();
  const env = { LOG_LEVEL: "silent", SLUICE_BOOTSTRAP_KEY: bootstrapKey, SLUICE_STARTER: "none" };
  return compose(parseConfig({ ...env, SLUICE_DATA: folder, DATABASE_URL: databaseUrl }));
};
const callOf =
  ({ app }: Server) =>
  async (method: string, url: string, payload?: object): Promise<Body> => {
    const reply = await app.inject({
      method: method as "GET",
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${bootstrapKey}` },
      ...(payload ? { payload } : {}),
    });
    if (reply.statusCode >= 400) throw new Error(`${method} ${url}: ${reply.body}`);
    return JSON.parse(reply.body);
  };

it("and each incident is skipped once", async () => {
  let running = await begin();
  let call = callOf(running);
  await furnish({ must: call } as unknown as TestServer, houseWith(smallHouse, [refused]));
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      call("POST", "/tickets", { channel: "web", subject: `t${at}`, customer: { id: `c${at}` } }),
    ),
  );
  const open = async (): Promise<number> => (await call("GET", "/operations")).incidents.open ?? 0;
  await expect.poll(open, { timeout: 120_000 }).toBe(count);
  const job = await call("POST", "/incidents/bulk", { filter: { status: "open" }, do: "skip" });
  await running.stop();
  running = await begin();
  call = callOf(running);
  expect((await call("GET", `/incidents/bulk/${job.id}`)).total).toBe(count);
  await running.bulk.idle();
  const end = await call("GET", `/incidents/bulk/${job.id}`);
  const left = await open();
  await running.stop();
  expect(end).toMatchObject({ done: count, failed: 0, cancelled: 0, status: "done" });
  expect(left).toBe(0);
  const [events] = await readRows(
    { dataDir: folder, databaseUrl },
    "SELECT COUNT(*) AS n, COUNT(DISTINCT ticket_id) AS t FROM ticket_events WHERE type = 'incident.skip'",
  );
  expect(events).toEqual({ n: count, t: count });
});
