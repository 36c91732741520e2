/** What operators hold: the engine, a workflow, an action. Tickets are taken all the same, and nothing held is lost. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";

let server: TestServer;
let sink: Sink;
/** How many requests came before this test. */
let before = 0;
const calls = () => sink.requests.length - before;
const node = (id: string, type: string, config: object) => ({ id, type, position: { x: 0, y: 0 }, config });
const call = { action: "http.request", version: "1" };

beforeAll(async () => {
  sink = await startSink();
  server = await startTestServer({ allowHosts: "127.0.0.1" });
  sink.answer("/told", { status: 200, body: {} });
  const workflow = {
    kind: "workflow",
    key: "told",
    name: "told",
    formatVersion: 1,
    spec: {
      nodes: [
        node("n1", "trigger", { on: "ticket.created" }),
        node("n2", "wait", { for: "PT10M" }),
        node("n3", "action", {
          ...call,
          input: { method: "POST", url: `${sink.origin}/told` },
        }),
      ],
      edges: [
        { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
        { id: "e2", source: "n2", sourcePort: "done", target: "n3" },
      ],
    },
  };
  await server.must("POST", "/documents/import?publish=true", { documents: [workflow] });
});
afterAll(async () => {
  await server?.stop();
  await sink?.close();
});
beforeEach(() => {
  before = sink.requests.length;
});

const ticket = () => server.must("POST", "/tickets", { channel: "web", subject: "x", customer: { id: "c" } });
const pause = (kind: string, paused: boolean, key?: string) =>
  server.must("POST", "/operations/pause", { kind, paused, ...(key ? { key } : {}), reason: "维护" });

it("the engine: nothing fires while it is held, everything once when it goes on", async () => {
  const { id } = await ticket();
  const held = await pause("engine", true);
  expect(held.paused).toMatchObject([{ kind: "engine", key: null, reason: "维护" }]);
  await server.advance("PT20M");
  expect(calls()).toBe(0);
  expect((await server.must("GET", "/operations")).timers.due).toBe(1);
  expect((await ticket()).id).not.toBe(id);
  await pause("engine", false);
  await server.advance("PT1S");
  expect(calls()).toBe(1);
  await server.advance("PT20M");
  expect(calls()).toBe(2);
});

it("an action: its jobs wait and then run once each", async () => {
  await pause("action", true, "http.request");
  await ticket();
  await server.advance("PT20M");
  expect(calls()).toBe(0);
  expect((await server.must("GET", "/jobs?status=pending")).items).toHaveLength(1);
  await pause("action", false, "http.request");
  await server.settled();
  expect(calls()).toBe(1);
});

it("a workflow: it starts nothing, and the jobs of its open runs wait", async () => {
  const open = await ticket();
  await pause("workflow", true, "told");
  const during = await ticket();
  expect(during.runs).toHaveLength(0);
  await server.advance("PT20M");
  expect(calls()).toBe(0);
  await pause("workflow", false, "told");
  await server.settled();
  expect(calls()).toBe(1);
  expect((await server.must("GET", `/tickets/${open.id}`)).runs).toMatchObject([{ status: "completed" }]);
  expect((await ticket()).runs).toHaveLength(1);
});

it("is audited, idempotent, and refuses what is not there", async () => {
  await pause("action", true, "http.request");
  const twice = await pause("action", true, "http.request");
  expect(twice.paused).toHaveLength(1);
  await pause("action", false, "http.request");
  const { items } = await server.must("GET", "/audit?limit=20");
  const actions = items.map(({ action }: { action: string }) => action);
  expect(actions).toContain("operations.pause");
  expect(actions).toContain("operations.resume");
  const unknown = { kind: "workflow", key: "nobody", paused: true };
  expect((await server.call("POST", "/operations/pause", unknown)).status).toBe(404);
});
