/** Schedules and webhooks on a real server: runs that are about no ticket. */
import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";

const servers: TestServer[] = [];
const sinks: Sink[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const sink of sinks.splice(0)) await sink.close();
});

type Body = { readonly [key: string]: unknown };

async function house(trigger: Body, more: Body = {}) {
  const sink = await startSink();
  sinks.push(sink);
  sink.answer("/call", { status: 200, body: {} });
  const server = await startTestServer({ at: "2026-03-02T10:00:00+08:00", allowHosts: "127.0.0.1" });
  servers.push(server);
  const call = {
    action: "http.request",
    version: "1",
    input: { method: "POST", url: `${sink.origin}/call`, body: "{{ vars.got }}" },
  };
  const document = {
    ...{ kind: "workflow", key: "w", name: "w", formatVersion: 1 },
    spec: {
      variables: { got: { type: "object" } },
      nodes: [
        { id: "start", type: "trigger", config: { saveAs: "got", ...trigger } },
        { id: "call", type: "action", config: call },
      ],
      edges: [{ id: "e", source: "start", sourcePort: "out", target: "call" }],
      ...more,
    },
  };
  const publish = () => server.must("POST", "/documents/import?publish=true", { documents: [document] });
  return { server, sink, publish };
}

const runsOf = async (server: TestServer) =>
  (await server.must("GET", "/runs?workflow=w")).items as readonly {
    id: string;
    status: string;
    ticket: null;
  }[];

describe("a schedule", () => {
  const daily = { on: "schedule", cron: "0 9 * * *", timezone: "Asia/Shanghai" };

  it("starts a run at each due, once, and none before", async () => {
    const { server, sink, publish } = await house(daily);
    await publish();
    await server.setClock("2026-03-03T08:59:59+08:00");
    expect(await runsOf(server)).toEqual([]);
    await server.setClock("2026-03-05T12:00:00+08:00");
    const runs = await runsOf(server);
    expect(runs).toHaveLength(3);
    for (const run of runs) expect(run).toMatchObject({ status: "completed", ticket: null });
    expect(sink.requests.map(({ body }) => JSON.parse(body).due)).toEqual([
      ...["2026-03-03T01:00:00.000Z", "2026-03-04T01:00:00.000Z", "2026-03-05T01:00:00.000Z"],
    ]);
    expect((await server.must("GET", "/tickets")).items).toEqual([]);
  });

  it("keeps its due over a publish that does not change it, and ends with its workflow", async () => {
    const { server, publish } = await house(daily);
    await publish();
    await server.setClock("2026-03-02T23:00:00+08:00");
    await publish();
    await server.setClock("2026-03-03T09:00:00+08:00");
    expect(await runsOf(server)).toHaveLength(1);
    await server.must("DELETE", "/documents/workflow/w");
    await server.setClock("2026-03-09T09:00:00+08:00");
    expect(await runsOf(server)).toHaveLength(1);
  });

  it("is refused where it would come to a node that needs a ticket", async () => {
    const { server, publish } = await house(daily, {
      nodes: [
        { id: "start", type: "trigger", config: daily },
        { id: "call", type: "reply", config: { text: "x" } },
      ],
    });
    await expect(publish()).rejects.toThrow("workflow.needs-ticket");
    expect(await runsOf(server)).toEqual([]);
  });
});

describe("a webhook", () => {
  const hook = { on: "webhook", path: "shipped" };

  async function open() {
    const { server, sink, publish } = await house(hook);
    await publish();
    const { items } = await server.must("GET", "/webhooks");
    const [webhook] = items as readonly { url: string; secret: string; token: string }[];
    if (!webhook) throw new Error("there is no webhook");
    const post = (body: string, headers: Record<string, string>, query = "") =>
      server.raw("POST", `${webhook.url}${query}`, body, { "content-type": "application/json", ...headers });
    const sign = (body: string, at = Math.floor(Date.now() / 1_000)) => ({
      "sluice-timestamp": String(at),
      "sluice-signature": `sha256=${createHmac("sha256", webhook.secret).update(`${at}.${body}`).digest("hex")}`,
    });
    return { server, sink, post, sign, webhook };
  }

  it("starts a run with the body of a signed call as its data", async () => {
    const { server, sink, post, sign } = await open();
    const body = JSON.stringify({ no: "SF1" });
    const reply = await post(body, sign(body));
    expect([reply.status, (reply.body as Body).repeated]).toEqual([202, false]);
    await server.settled();
    expect(sink.requests.map((one) => JSON.parse(one.body))).toEqual([{ no: "SF1" }]);
    expect(await runsOf(server)).toMatchObject([{ status: "completed", ticket: null }]);
  });

  it("takes a call once: a signed one that is sent again, and one with a key of the caller's", async () => {
    const { server, post, sign, webhook } = await open();
    const body = "{}";
    const headers = sign(body);
    expect((await post(body, headers)).status).toBe(202);
    const again = await post(body, headers);
    expect([again.status, (again.body as Body).repeated]).toEqual([200, true]);
    const keyed = { "sluice-token": webhook.token, "idempotency-key": "order-1" };
    expect([(await post(body, keyed)).status, (await post(body, keyed)).status]).toEqual([202, 200]);
    const token = `?token=${webhook.token}`;
    expect([(await post(body, {}, token)).status, (await post(body, {}, token)).status]).toEqual([202, 202]);
    expect(await runsOf(server)).toHaveLength(4);
  });

  it("refuses what is not proven, old, altered or no JSON", async () => {
    const { server, post, sign, webhook } = await open();
    const body = JSON.stringify({ a: 1 });
    const old = Math.floor(Date.now() / 1_000) - 301;
    const refused = [
      await post(body, {}),
      await post(body, {}, "?token=wrong"),
      await post(body, sign(body, old)),
      await post(`${body} `, sign(body)),
      await post(body, { ...sign(body), "sluice-timestamp": "soon" }),
      await server.raw("POST", "/api/v1/webhooks/other", body, { "sluice-token": webhook.token }),
    ];
    expect(refused.map(({ status, body: problem }) => [status, (problem as Body).code])).toEqual(
      refused.map(() => [403, "webhook.refused"]),
    );
    const broken = "{";
    expect((await post(broken, sign(broken))).status).toBe(400);
    const polluting = '{"__proto__":{"x":1}}';
    expect((await post(polluting, sign(polluting))).status).toBe(400);
    expect(await runsOf(server)).toEqual([]);
  });
});

it("an incident of a run without a ticket is retried and skipped like any other, and a run cancelled", async () => {
  const { server, sink, publish } = await house({ on: "schedule", cron: "0 9 * * *" });
  sink.answer("/call", { status: 422, body: {} });
  await publish();
  await server.setClock("2026-03-03T09:00:00+08:00");
  const [incident] = (await server.must("GET", "/incidents")).items as readonly Body[];
  expect(incident).toMatchObject({ node: "call", ticket: null });
  sink.answer("/call", { status: 200, body: {} });
  await server.must("POST", `/incidents/${incident?.id}/retry`);
  await server.settled();
  expect(await runsOf(server)).toMatchObject([{ status: "completed" }]);
  sink.answer("/call", { status: 422, body: {} });
  await server.setClock("2026-03-04T09:00:00+08:00");
  const [open] = await runsOf(server);
  await server.must("POST", `/runs/${open?.id}/cancel`);
  expect((await runsOf(server))[0]).toMatchObject({ status: "cancelled" });
});
