/** Many incidents settled and many runs cancelled at once; lists that say what each row is about. */
import type { AnyDocument, Json } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";
import { readRows } from "../support/stored.ts";

type Body = Reply["body"];

const calling = (key: string, name: string, trigger: Record<string, Json>, url: string): AnyDocument => ({
  ...{ kind: "workflow", key, name, formatVersion: 1 },
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: trigger },
      {
        ...{ id: "pay", type: "action", name: "打款" },
        config: {
          ...{ action: "http.request", version: "1", retry: { maxAttempts: 1 } },
          input: { method: "POST", url, body: {} },
        },
      },
      { id: "rest", type: "wait", name: "等回音", config: { event: "go" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "pay" },
      { id: "e2", source: "pay", sourcePort: "ok", target: "rest" },
    ],
  },
});

let server: TestServer;
let sink: Sink;
let tickets: readonly Body[];

beforeAll(async () => {
  sink = await startSink();
  server = await startTestServer({ at: "2026-03-02T10:00:00+08:00", allowHosts: "127.0.0.1" });
  const created = { on: "ticket.created" };
  const daily = { on: "schedule", cron: "0 9 * * *" };
  await furnish(
    server,
    houseWith(smallHouse, [
      calling("refund", "退款", created, `${sink.origin}/pay`),
      calling("nightly", "对账", daily, `${sink.origin}/pay`),
    ]),
  );
  sink.answer("/pay", { status: 422, body: {} });
  tickets = await createTickets(server, 5, (at) => ({ subject: `退款 ${at}` }));
  await server.setClock("2026-03-03T09:00:00+08:00");
  await server.settled();
});
afterAll(async () => {
  await server.stop();
  await sink.close();
});

const incidents = async (query = ""): Promise<readonly Body[]> =>
  (await server.must("GET", `/incidents?limit=200${query}`)).items;
const runs = async (query: string): Promise<readonly Body[]> =>
  (await server.must("GET", `/runs?limit=200${query}`)).items;

/** Runs a job to its end. */
async function bulk(subject: "incidents" | "runs", body: object): Promise<Body> {
  const begun = await server.call("POST", `/${subject}/bulk`, body);
  expect(begun.status, begun.text).toBe(202);
  await server.server.bulk.idle();
  await server.settled();
  return server.must("GET", `/${subject}/bulk/${begun.body.id}`);
}

describe("lists", () => {
  it("say ticket, workflow and node by name, and can be narrowed", async () => {
    const all = await incidents();
    expect(all).toHaveLength(6);
    const first = all.find(({ ticket }) => ticket === tickets[0].id);
    expect(first).toMatchObject({
      ticket: tickets[0].id,
      ticketNumber: tickets[0].number,
      subject: "退款 0",
      ...{ workflow: "refund", workflowName: "退款", revision: 1, node: "pay", nodeName: "打款" },
    });
    const house = await incidents("&workflow=nightly");
    expect(house).toMatchObject([{ ticket: null, ticketNumber: null, subject: null, workflowName: "对账" }]);
    const count = async (query: string) => (await incidents(query)).length;
    expect([
      await count("&kind=job&workflow=refund"),
      await count("&kind=node"),
      await count("&node=rest"),
      await count(`&code=${first.code}&node=pay`),
    ]).toEqual([5, 0, 0, 6]);
  });

  it("of runs, jobs and timers do so too", async () => {
    const [run] = await runs("&workflow=refund&status=active");
    expect(run).toMatchObject({ ticketNumber: tickets[4].number, subject: "退款 4", workflowName: "退款" });
    expect(await server.must("GET", `/runs/${run.id}`)).toMatchObject({
      ...{ ticketNumber: run.ticketNumber, subject: run.subject, name: "退款" },
    });
    const { items: jobs } = await server.must("GET", "/jobs?status=dead&limit=200");
    expect(jobs).toHaveLength(6);
    for (const job of jobs) expect(job).toMatchObject({ nodeName: "打款", node: "pay" });
    expect(jobs.find((job: Body) => job.ticket === tickets[1].id)).toMatchObject({
      ...{ ticketNumber: tickets[1].number, subject: "退款 1", workflow: "refund", workflowName: "退款" },
    });
    const { items: ofHouse } = await server.must("GET", "/jobs?workflow=nightly");
    expect(ofHouse).toMatchObject([{ workflowName: "对账", ticket: null }]);
    const { items: timers } = await server.must("GET", "/timers?kind=schedule");
    expect(timers).toMatchObject([{ kind: "schedule", workflow: "nightly", workflowName: "对账" }]);
    const { items: clocks } = await server.must("GET", "/timers?kind=ticket&limit=200");
    expect(clocks.map(({ subject }: Body) => subject).sort()).toContain("退款 2");
  });
});

describe("incidents in bulk", () => {
  it("are retried each on its own: what cannot be is named, the rest goes on", async () => {
    const [one, two] = await incidents("&workflow=refund");
    await server.must("POST", `/incidents/${two.id}/skip`);
    sink.answer("/pay", { status: 200, body: {} });
    const ids = [one.id, two.id, "nobody", one.id];
    const job = await bulk("incidents", { ids, do: "retry" });
    expect(job).toMatchObject({ do: "retry", total: 3, done: 1, failed: 2, status: "done" });
    expect(job.failures).toEqual([
      { id: two.id, code: "incident.closed", reason: "The incident is closed" },
      { id: "nobody", code: "resource.not-found", reason: "Not found" },
    ]);
    expect(await incidents("&workflow=refund")).toHaveLength(3);
    expect((await incidents("&status=retried")).map(({ id }) => id)).toEqual([one.id]);
    const { items } = await server.must("GET", `/tickets/${one.ticket}/timeline`);
    expect(items.find(({ type }: Body) => type === "incident.retry")).toMatchObject({
      actor: { type: "user", id: "bootstrap" },
    });
  });

  it("by a filter, those of a schedule too; what is closed is not among them", async () => {
    const all = await bulk("incidents", { filter: { status: "open", kind: "job" }, do: "skip" });
    expect(all).toMatchObject({ total: 4, done: 4, failed: 0, failures: [] });
    expect(await incidents()).toEqual([]);
    const [nightly] = await runs("&workflow=nightly");
    expect(nightly).toMatchObject({ ticket: null });
    const none = await bulk("incidents", { filter: { workflow: "refund" }, do: "skip" });
    expect(none).toMatchObject({ total: 0, status: "done" });
  });

  it("are listed apart from work on tickets, and refused before anything begins", async () => {
    const { items } = await server.must("GET", "/incidents/bulk");
    expect(items).toHaveLength(3);
    expect((await server.must("GET", "/tickets/bulk")).items).toEqual([]);
    expect((await server.call("GET", `/tickets/bulk/${items[0].id}`)).status).toBe(404);
    const refused = async (body: object, headers = {}) =>
      (await server.call("POST", "/incidents/bulk", body, headers)).body.code;
    expect(await refused({ do: "skip" })).toBe("request.invalid");
    expect(await refused({ filter: {}, do: "skip" })).toBe("request.invalid");
    expect(await refused({ ids: ["x"], do: "delete" })).toBe("request.invalid");
    expect(await refused({ filter: { status: "skipped" }, do: "skip" })).toBe("request.invalid");
    const { key } = await server.must("POST", "/api-keys", { name: "agent", role: "agent" });
    const agent = { authorization: `Bearer ${key}` };
    expect(await refused({ ids: ["x"], do: "skip" }, agent)).toBe("auth.forbidden");
  });
});

describe("runs", () => {
  it("of a schedule whose incident was skipped go on or end like any other", async () => {
    await server.setClock("2026-03-04T09:00:00+08:00");
    await server.settled();
    const [open] = await runs("&workflow=nightly&status=active");
    expect(open).toMatchObject({ ticket: null, workflowName: "对账" });
    await server.must("POST", `/runs/${open.id}/cancel`);
    expect((await server.must("GET", `/runs/${open.id}`)).status).toBe("cancelled");
    expect((await server.call("POST", `/runs/${open.id}/cancel`)).body.code).toBe("run.ended");
  });

  it("are cancelled in bulk: the open ones of a workflow, with what waits for them", async () => {
    const before = await runs("&workflow=refund&status=active");
    const [ended] = await runs("&workflow=nightly&status=cancelled");
    const named = await bulk("runs", { ids: [before[0].id, ended.id], do: "cancel" });
    expect(named).toMatchObject({ done: 1, failed: 1, failures: [{ id: ended.id, code: "run.ended" }] });
    const job = await bulk("runs", { filter: { workflow: "refund" }, do: "cancel" });
    expect(job).toMatchObject({ total: before.length - 1, done: before.length - 1, failed: 0 });
    expect(await runs("&workflow=refund&status=active")).toEqual([]);
    const [audit] = await readRows<{ n: number }>(
      server,
      "SELECT COUNT(*) AS n FROM audit WHERE action = 'runs.bulk'",
    );
    expect(audit?.n).toBe(2);
  });
});
