/** A stored ticket tried again as it came in, and what a simulation tells of every node. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const hour = 3_600_000;
const at = Date.parse("2026-03-02T10:00:00+08:00");
const utc = (ms: number): string => new Date(ms).toISOString();

const lookup: AnyDocument = {
  kind: "workflow",
  key: "lookup",
  name: "查询",
  formatVersion: 1,
  spec: {
    variables: { found: { type: "object" } },
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      {
        id: "call",
        type: "action",
        name: "查订单",
        config: {
          action: "http.request",
          version: "1",
          input: { method: "GET", url: "https://orders.example/{{ order.id }}" },
          saveAs: "found",
        },
      },
      { id: "hello", type: "reply", config: { text: "您好" } },
      { id: "pause", type: "wait", config: { for: "PT2H" } },
      { id: "mark", type: "update", config: { stage: "查过" } },
      { id: "broken", type: "update", config: { stage: "没查到" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "call" },
      { id: "e2", source: "call", sourcePort: "ok", target: "hello" },
      { id: "e3", source: "call", sourcePort: "error", target: "broken" },
      { id: "e4", source: "hello", sourcePort: "out", target: "pause" },
      { id: "e5", source: "pause", sourcePort: "done", target: "mark" },
    ],
  },
};

describe("POST /simulate", () => {
  let server: TestServer;
  let id: string;

  const simulate = (body: object): Promise<Body> => server.must("POST", "/simulate", body);
  const visits = ({ steps }: Body, workflow: string): readonly Body[] =>
    steps.flatMap(({ nodes }: Body) => nodes).filter((node: Body) => node.workflow === workflow);

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, houseWith(smallHouse, [lookup]));
    const ticket = {
      channel: "web",
      subject: "我要退款",
      body: "坏了",
      order: { id: "o-7" },
      tags: ["来电"],
    };
    const more = { customer: { id: "c-1", tier: "gold" }, fields: { platformDue: "2026-03-09T00:00:00Z" } };
    id = (await server.must("POST", "/tickets", { ...ticket, ...more })).id;
    await server.must("PATCH", `/tickets/${id}`, { priority: "P0", category: "other", addTags: ["后来"] });
    await server.must("POST", `/tickets/${id}/messages`, { author: "customer", text: "我要投诉" });
    await server.setClock(utc(at + 50 * hour));
    await bringOnline(server, ["a1"]);
  });
  afterAll(() => server.stop());

  it("takes a stored ticket as it came in, at the moment it came in", async () => {
    const { ticket, steps } = await simulate({ ticketId: id });
    expect(ticket).toMatchObject({
      ...{ number: 1, subject: "我要退款", body: "坏了", order: { id: "o-7" } },
      ...{ category: "aftersales.return", priority: "P2", tags: ["来电", "退换货"] },
      ...{ customer: { id: "c-1", tier: "gold" }, fields: { platformDue: "2026-03-09T00:00:00Z" } },
      createdAt: utc(at),
    });
    expect(ticket.sla.firstResponse.due).toBe(utc(at + hour));
    expect(steps[0].at).toBe(utc(at));
  });

  it("takes it at another moment as if it had come in then", async () => {
    const { ticket } = await simulate({ ticketId: id, at: utc(at + 24 * hour) });
    expect(ticket.createdAt).toBe(utc(at + 24 * hour));
    expect(ticket.sla.firstResponse.due).toBe(utc(at + 25 * hour));
  });

  it("tells of every node where it went, what it changed and decided, and what it waits for until when", async () => {
    const answer = await simulate({ ticketId: id, pinned: { call: { status: 200 } } });
    const intake = visits(answer, "intake");
    expect(intake.map(({ node, type, port }) => [node, type, port])).toEqual([
      ["start", "trigger", "out"],
      ["classify", "classify", "out"],
      ["clocks", "sla", "out"],
      ["assign", "route", null],
      ["assign", "route", "assigned"],
    ]);
    const [, classify, , asked, assigned] = intake;
    expect(classify.changes).toMatchObject({
      category: [null, "aftersales.return"],
      priority: ["P3", "P2"],
      tags: [["来电"], ["来电", "退换货"]],
    });
    const decisions = answer.steps[0].decisions;
    expect(classify.decisions.map((place: number) => decisions[place].kind)).toEqual(["classification"]);
    expect(assigned.decisions.map((place: number) => decisions[place].kind)).toEqual(["routing"]);
    expect(assigned).toMatchObject({ woken: "routed", changes: { assignee: [null, "a1"] } });
    expect(asked.wait).toEqual({ type: "route" });

    const [, call, back, hello, pause] = visits(answer, "lookup");
    expect(call).toMatchObject({ node: "call", name: "查订单", port: null, wait: { type: "job" } });
    expect(call.jobs).toEqual([call.wait.job]);
    const jobs = answer.steps.flatMap((step: Body) => step.jobs);
    expect(jobs.find((job: Body) => job.id === call.wait.job).input.url).toBe("https://orders.example/o-7");
    expect(back).toMatchObject({
      node: "call",
      woken: "job",
      port: "ok",
      variables: { found: { status: 200 } },
    });
    const sent = answer.steps.flatMap((step: Body) => step.messages);
    expect(hello.messages).toEqual(sent.map((message: Body) => message.id));
    expect(sent.map((message: Body) => message.text)).toEqual(["您好"]);
    expect(pause).toMatchObject({
      node: "pause",
      port: null,
      wait: { type: "until", at: utc(at + 2 * hour) },
    });
  });

  it("goes on over waits as long as it is followed, and by the error where an action is to fail", async () => {
    const followed = await simulate({ ticketId: id, pinned: { call: {} }, follow: "PT3H" });
    expect(visits(followed, "lookup").slice(-2)).toMatchObject([
      { node: "pause", woken: "due", port: "done", at: utc(at + 2 * hour) },
      { node: "mark", changes: { stage: [null, "查过"] } },
    ]);
    const failing = { call: { code: "http.status", message: "500" } };
    const failed = await simulate({ ticketId: id, failing });
    expect(visits(failed, "lookup").slice(-1)).toMatchObject([{ changes: { stage: [null, "没查到"] } }]);
  });

  it("asks for one of the two, and for a ticket that is there", async () => {
    const ticket = { channel: "web", subject: "x", customer: { id: "c" } };
    const statusOf = async (body: object) => {
      const reply = await server.call("POST", "/simulate", body);
      return [reply.status, reply.body.errors[0]?.path];
    };
    expect(await statusOf({})).toEqual([400, "/ticket"]);
    expect(await statusOf({ ticket, ticketId: id })).toEqual([400, "/ticketId"]);
    expect((await statusOf({ ticketId: "nobody" }))[0]).toBe(404);
  });
});
