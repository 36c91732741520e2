/** An action that fails for good stops its run and nothing else, until a person retries or skips it. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const refunding = (origin: string): AnyDocument => ({
  kind: "workflow",
  key: "refund",
  name: "退款",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "note", type: "reply", config: { text: "处理中" } },
      {
        id: "pay",
        type: "action",
        config: {
          action: "http.request",
          version: "1",
          input: { method: "POST", url: `${origin}/pay`, body: { ticket: "{{ ticket.number }}" } },
          retry: { maxAttempts: 1 },
        },
      },
      { id: "paid", type: "update", config: { stage: "已打款" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "note" },
      { id: "e2", source: "note", sourcePort: "out", target: "pay" },
      { id: "e3", source: "pay", sourcePort: "ok", target: "paid" },
    ],
  },
});

describe("incidents", () => {
  let server: TestServer;
  let sink: Sink;

  beforeAll(async () => {
    sink = await startSink();
    server = await startTestServer({ allowHosts: "127.0.0.1" });
    await furnish(server, houseWith(smallHouse, [refunding(sink.origin)]));
    await bringOnline(server, ["a1"]);
  });
  afterAll(async () => {
    await server.stop();
    await sink.close();
  });

  const reload = (ticket: Body): Promise<Body> => server.must("GET", `/tickets/${ticket.id}`);
  const refundOf = (ticket: Body): Body =>
    (ticket.runs as Body[]).find(({ workflow }) => workflow === "refund");
  const openOf = async (ticket: Body): Promise<readonly Body[]> =>
    ((await server.must("GET", "/incidents")).items as Body[]).filter((one) => one.ticket === ticket.id);
  const calls = (ticket: Body) =>
    sink.requests.filter(({ body }) => JSON.parse(body).ticket === ticket.number);

  async function failing(): Promise<{ readonly ticket: Body; readonly incident: Body }> {
    sink.answer("/pay", { status: 422, body: { error: "no money" } });
    const [ticket] = await createTickets(server, 1);
    await server.advance("PT1S");
    const [incident] = await openOf(ticket);
    return { ticket, incident };
  }

  it("a failed action becomes an incident that names run, node and job; the ticket goes on", async () => {
    const { ticket, incident } = await failing();
    expect(incident).toMatchObject({ node: "pay", code: "http.status", status: "open", kind: "job" });
    const after = await reload(ticket);
    expect(refundOf(after)).toMatchObject({ id: incident.run, status: "active" });
    expect(after.assignee).toBe("a1");
    await server.must("PATCH", `/tickets/${ticket.id}`, { priority: "P1" });
    expect(calls(ticket)).toHaveLength(1);
  });

  it("a retry runs from that node under the same idempotency key; nothing before it runs again", async () => {
    const { ticket, incident } = await failing();
    sink.answer("/pay", { status: 200, body: { ok: true } });
    await server.must("POST", `/incidents/${incident.id}/retry`);
    await server.advance("PT1S");
    const after = await reload(ticket);
    expect([refundOf(after).status, after.stage]).toEqual(["completed", "已打款"]);
    expect((after.messages as Body[]).map(({ text }) => text)).toEqual(["处理中"]);
    const keys = calls(ticket).map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toEqual([incident.job, incident.job]);
    expect(incident.job).toBe(`${incident.run}:pay:1`);
    expect(await openOf(ticket)).toEqual([]);
    const again = await server.call("POST", `/incidents/${incident.id}/retry`);
    expect([again.status, again.body.code]).toEqual([409, "incident.closed"]);
  });

  it("a retry that fails again is a new incident under the same key", async () => {
    const { ticket, incident } = await failing();
    await server.must("POST", `/incidents/${incident.id}/retry`);
    await server.advance("PT1S");
    const [second, ...more] = await openOf(ticket);
    expect(more).toEqual([]);
    expect(second.id).not.toBe(incident.id);
    expect(second.job).toBe(incident.job);
  });

  it("a skip goes on as if the node had gone well, and calls nobody", async () => {
    const { ticket, incident } = await failing();
    await server.must("POST", `/incidents/${incident.id}/skip`);
    await server.advance("PT1S");
    const after = await reload(ticket);
    expect([refundOf(after).status, after.stage]).toEqual(["completed", "已打款"]);
    expect(calls(ticket)).toHaveLength(1);
    const { items } = await server.must("GET", "/incidents?status=skipped");
    expect((items as Body[]).map(({ id }) => id)).toContain(incident.id);
  });

  it("cancelling the run closes its incident", async () => {
    const { ticket, incident } = await failing();
    await server.must("POST", `/runs/${incident.run}/cancel`);
    expect(await openOf(ticket)).toEqual([]);
    const after = await reload(ticket);
    expect([refundOf(after).status, after.stage]).toEqual(["cancelled", null]);
  });
});
