/** A clock that is moved far: everything due on the way happens at its own instant, jobs and their retries too. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const calling = (origin: string): AnyDocument => ({
  kind: "workflow",
  key: "call",
  name: "查询",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "before", type: "wait", config: { for: "PT1H" } },
      {
        id: "call",
        type: "action",
        config: {
          action: "http.request",
          version: "1",
          input: { method: "POST", url: `${origin}/call` },
          retry: { maxAttempts: 3, backoff: "fixed", initial: "PT10M", max: "PT10M" },
        },
      },
      { id: "after", type: "wait", config: { for: "PT1H" } },
      { id: "done", type: "update", config: { stage: "done" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "before" },
      { id: "e2", source: "before", sourcePort: "done", target: "call" },
      { id: "e3", source: "call", sourcePort: "ok", target: "after" },
      { id: "e4", source: "after", sourcePort: "done", target: "done" },
    ],
  },
});

describe("a clock moved by hours", () => {
  let server: TestServer;
  let sink: Sink;

  beforeAll(async () => {
    sink = await startSink();
    server = await startTestServer({ allowHosts: "127.0.0.1" });
    await furnish(server, houseWith(smallHouse, [calling(sink.origin)]));
    await bringOnline(server, ["a1"]);
  });
  afterAll(async () => {
    await server.stop();
    await sink.close();
  });

  it("lets a job end at the instant that started it, before what comes later", async () => {
    sink.answer("/call", { status: 200, body: {} });
    const [ticket] = await createTickets(server, 1);
    await server.advance("PT5H");
    const { stage, runs, createdAt } = await server.must("GET", `/tickets/${ticket.id}`);
    const { path } = (runs as Body[]).find(({ workflow }) => workflow === "call");
    const minutes = (path as Body[]).map(({ node, at }) => [
      node,
      (Date.parse(at) - Date.parse(createdAt)) / 60_000,
    ]);
    expect(minutes).toEqual([
      ["start", 0],
      ["before", 0],
      ["call", 60],
      ["after", 60],
      ["done", 120],
    ]);
    expect(stage).toBe("done");
  });

  it("makes every retry on the way, each after its wait, and then raises the incident", async () => {
    sink.answer("/call", { status: 500, body: {} });
    const before = sink.requests.length;
    const [ticket] = await createTickets(server, 1);
    await server.advance("PT5H");
    expect(sink.requests.length - before).toBe(3);
    const [incident] = (await server.must("GET", "/incidents")).items as Body[];
    expect(incident).toMatchObject({ ticket: ticket.id, node: "call", code: "http.status" });
    // Twice ten minutes, each give or take a fifth.
    const waited = (Date.parse(incident.createdAt) - Date.parse(ticket.createdAt)) / 60_000 - 60;
    expect(waited).toBeGreaterThanOrEqual(16);
    expect(waited).toBeLessThanOrEqual(24);
  });
});
