/** Ended runs are removed once they are older than the workspace keeps; all else stays and explains itself. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AnyDocument, Json } from "@sluice/schemas";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkInvariants } from "../invariants/check-invariants.ts";
import { copyToSqlite } from "../invariants/copy-to-sqlite.ts";
import { furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";
import { readRows } from "../support/stored.ts";

type Body = Reply["body"];

const start = "2026-03-02T10:00:00+08:00";
const calling = (
  key: string,
  trigger: Record<string, Json>,
  url: string,
  then: { readonly type: string; readonly config?: Record<string, Json> },
): AnyDocument => ({
  ...{ kind: "workflow", key, name: key, formatVersion: 1 },
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: trigger },
      {
        ...{ id: "call", type: "action" },
        config: {
          ...{ action: "http.request", version: "1", retry: { maxAttempts: 1 } },
          input: { method: "POST", url, body: {} },
        },
      },
      { id: "then", ...then },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "call" },
      { id: "e2", source: "call", sourcePort: "ok", target: "then" },
    ],
  },
});
const nothing = { type: "end" };

let server: TestServer;
let sink: Sink;
let folder: string;
let tickets: readonly Body[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-retention-"));
  sink = await startSink();
  server = await startTestServer({ at: start, allowHosts: "127.0.0.1" });
  const created = { on: "ticket.created" };
  const documents = [
    calling("ends", created, `${sink.origin}/ok`, nothing),
    calling("fails", created, `${sink.origin}/bad`, nothing),
    calling("waits", created, `${sink.origin}/ok`, { type: "wait", config: { event: "go" } }),
    calling("daily", { on: "schedule", cron: "0 9 * * *" }, `${sink.origin}/ok`, nothing),
    calling("hook", { on: "webhook", path: "shipped" }, `${sink.origin}/ok`, nothing),
  ];
  await furnish(server, houseWith(smallHouse, documents));
  sink.answer("/ok", { status: 200, body: {} });
  sink.answer("/bad", { status: 422, body: {} });
  tickets = await createTickets(server, 3);
  const { items } = await server.must("GET", "/webhooks");
  for (const key of ["one", "two"])
    await server.raw("POST", items[0].url, "{}", {
      ...{ "content-type": "application/json", "sluice-token": items[0].token, "idempotency-key": key },
    });
  await server.settled();
  const [skipped] = (await server.must("GET", "/incidents")).items;
  await server.must("POST", `/incidents/${skipped.id}/skip`);
  await server.settled();
});
afterAll(async () => {
  await server.stop();
  await sink.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (table: string, where = "1 = 1"): Promise<number> => {
  const [row] = await readRows<{ n: number }>(server, `SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`);
  return Number(row?.n);
};
const keep = (retention?: object) =>
  server.must("PUT", "/settings/workspace", {
    ...smallHouse.settings.workspace,
    ...(retention ? { retention } : {}),
  });
const explained = async (): Promise<readonly Body[]> =>
  Promise.all(
    tickets.map(async ({ id }) => ({
      timeline: await server.must("GET", `/tickets/${id}/timeline?limit=200`),
      decisions: await server.must("GET", `/tickets/${id}/decisions`),
    })),
  );
const faults = async (name: string): Promise<readonly string[]> => {
  const file = server.databaseUrl === undefined ? join(server.dataDir, "sluice.db") : join(folder, name);
  if (server.databaseUrl !== undefined) await copyToSqlite(server.databaseUrl, file);
  return checkInvariants(file, { now: server.server.runtime.clock.now() });
};

it("is a number of whole days, or nothing", async () => {
  const refused = async (endedRuns: string) =>
    (
      await server.call("PUT", "/settings/workspace", {
        ...smallHouse.settings.workspace,
        retention: { endedRuns },
      })
    ).body.code;
  expect(await refused("PT1H")).toBe("request.invalid");
  expect(await refused("P0D")).toBe("request.invalid");
  expect(await refused("180")).toBe("request.invalid");
  await keep({ endedRuns: "P30D" });
  expect(await server.must("GET", "/settings/workspace")).toMatchObject({ retention: { endedRuns: "P30D" } });
  expect(await server.must("GET", "/timers?kind=retention")).toMatchObject({
    items: [{ key: "retention:ended-runs", dueAt: "2026-03-02T19:30:00.000Z" }],
  });
  await keep();
  expect((await server.must("GET", "/timers?kind=retention")).items).toEqual([]);
});

it("keeps everything as long as nothing is said", async () => {
  const before = await count("runs");
  await server.setClock("2026-04-20T12:00:00+08:00");
  expect(await count("runs", "workflow <> 'daily'")).toBe(before);
});

it("removes what ended longer ago, with what only that needs, and nothing else", async () => {
  const story = await explained();
  expect(await faults("before.db")).toEqual([]);
  const open = await count("runs", "status = 'active'");
  const pending = await count("incidents", "status = 'open'");
  expect([await count("runs", "workflow = 'ends'"), await count("ticketless")]).toEqual([3, 3]);
  await keep({ endedRuns: "P30D" });
  await server.setClock("2026-04-21T12:00:00+08:00");

  const oldest = Date.parse("2026-03-22T03:30:00+08:00");
  expect(await count("runs", `status <> 'active' AND ended_at < ${oldest}`)).toBe(0);
  expect(await count("runs", "workflow = 'daily'")).toBe(31);
  expect(await count("runs", "workflow = 'ends'")).toBe(0);
  // Of each of three tickets the intake that waits and the run that waits for an event; two that failed.
  expect([await count("runs", "status = 'active'"), open]).toEqual([8, 8]);
  expect([await count("incidents", "status = 'open'"), pending]).toEqual([2, 2]);
  expect(await count("incidents", "status = 'skipped'")).toBe(0);
  // The jobs of the runs that stay: 31 of the schedule, 3 that wait for an event, 2 that failed.
  expect(await count("jobs", "kind = 'action'")).toBe(36);
  expect(await count("ticketless")).toBe(1);
  expect(await count("ticket_events", "ticket_id LIKE 'house:hook:%'")).toBe(0);
  expect(await explained()).toEqual(story);
  expect(await faults("after.db")).toEqual([]);
});

it("goes on where runs are still open: they end, are retried and explain themselves", async () => {
  const [first] = tickets;
  await server.must("POST", `/tickets/${first.id}/events`, { name: "go" });
  sink.answer("/bad", { status: 200, body: {} });
  const [incident] = (await server.must("GET", "/incidents")).items;
  await server.must("POST", `/incidents/${incident.id}/retry`);
  await server.settled();
  expect(await count("runs", "status = 'active'")).toBe(6);
  const { items } = await server.must("GET", `/tickets/${first.id}/decisions`);
  const [event] = items;
  const why = await server.must("GET", `/tickets/${first.id}/decisions/${event.event}/why`);
  expect(why.same).toBe(true);
  expect(await faults("end.db")).toEqual([]);
});

it("removes many in batches, and in the same night", async () => {
  await createTickets(server, 120);
  await server.settled();
  expect(await count("runs", "workflow = 'ends'")).toBe(120);
  await server.setClock("2026-05-22T12:00:00+08:00");
  expect(await count("runs", "workflow = 'ends'")).toBe(0);
  expect(await faults("many.db")).toEqual([]);
});
