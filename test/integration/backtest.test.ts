/** Drafts against past tickets: exactly those that a change changes, by the code that then runs live. */
import type { AnyDocument, SluiceDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";
import { rowCounts } from "../support/stored.ts";

type Body = Reply["body"];
type Change = { ticketId: string; parts: string[]; before: Body; after: Body };

const hour = 3_600_000;
const at = Date.parse("2026-03-02T10:00:00+08:00");
const iso = (ms: number): string => new Date(ms).toISOString();

const live = <K extends AnyDocument["kind"]>(kind: K) =>
  structuredClone(smallHouse.documents.find((one) => one.kind === kind)) as unknown as SluiceDocument<K>;

/** The refund rule finds 换货 too, and gives P1. */
function changedRuleset(): SluiceDocument<"classification"> {
  const ruleset = live("classification");
  const [refund, ...rest] = ruleset.spec.rules;
  if (!refund) throw new Error("the small house has lost its rules");
  const when = { fact: "ticket.text", operator: "containsAnyText", value: ["退款", "退货", "换货"] };
  const rules = [{ ...refund, when, then: { ...refund.then, priority: "P1" as const } }, ...rest];
  return { ...ruleset, spec: { ...ruleset.spec, rules } };
}

/** Subject, what else came with the ticket, and what the changed rules make of it. */
const past: readonly (readonly [subject: string, more: object, changes: readonly string[]])[] = [
  ["我要退款", {}, ["priority", "sla"]],
  ["想换货", {}, ["category", "priority", "tags", "sla"]],
  ["换货", { tags: ["退换货"] }, ["category", "priority", "sla"]],
  ["退款，我要投诉", {}, []],
  ["退货", { priority: "P0" }, []],
  ["换货吧", { priority: "P3" }, ["category", "tags"]],
  ["在吗", {}, []],
  ["投诉你们", {}, []],
  ["什么时候发货", { body: "不发就退款" }, ["priority", "sla"]],
];

describe("a backtest", () => {
  let server: TestServer;
  let ids: readonly string[];

  const backtest = (documents: readonly unknown[], tickets?: object): Promise<Body> =>
    server.must("POST", "/backtest", { documents, ...(tickets ? { tickets } : {}) });

  const found = ({ changes }: { changes: readonly Change[] }) =>
    Object.fromEntries(changes.map(({ ticketId, parts }) => [ids.indexOf(ticketId), parts]));

  const expected = Object.fromEntries(
    past.flatMap(([, , parts], index) => (parts.length === 0 ? [] : [[index, parts]])),
  );

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, smallHouse);
    await bringOnline(server, ["a1", "b1"]);
    const made: string[] = [];
    for (const [index, [subject, more]] of past.entries()) {
      const customer = { id: `c-${index}` };
      const ticket = { channel: index % 2 === 0 ? "web" : "mail", subject, customer, ...more };
      made.push((await server.must("POST", "/tickets", ticket)).id);
    }
    ids = made;
    // What happened to tickets afterwards says nothing about how they came in.
    await server.must("PATCH", `/tickets/${ids[0]}`, {
      priority: "P0",
      category: "other",
      addTags: ["后来"],
    });
    await server.must("PATCH", `/tickets/${ids[6]}`, { priority: "P1", status: "resolved" });
    await server.must("PATCH", `/tickets/${ids[7]}`, { status: "resolved" });
    await server.must("POST", `/tickets/${ids[6]}/messages`, { author: "customer", text: "我要退款" });
  });
  afterAll(() => server.stop());

  it("finds exactly the tickets that a rule change changes, and in which parts", async () => {
    const stored = await rowCounts(server);
    const result = await backtest([changedRuleset()]);
    expect(found(result)).toEqual(expected);
    expect(result).toMatchObject({ examined: 9, changed: 5, failed: 0, complete: true });
    expect(result.counts).toMatchObject({ category: 3, priority: 4, tags: 2, fields: 0, sla: 4 });
    expect(result.counts).toMatchObject({ routing: 0, messages: 0 });
    expect(result.tookMs).toEqual(expect.any(Number));
    expect(await rowCounts(server)).toEqual(stored);
  });

  it("tells what each came to before and after, as it came in", async () => {
    const { changes } = await backtest([changedRuleset()]);
    const [refund, exchange] = [0, 1].map((index) =>
      (changes as Change[]).find(({ ticketId }) => ticketId === ids[index]),
    );
    expect(refund).toMatchObject({
      ...{ number: 1, subject: "我要退款" },
      before: { category: "aftersales.return", priority: "P2", tags: ["退换货"] },
      after: { category: "aftersales.return", priority: "P1", tags: ["退换货"] },
    });
    expect(refund?.before.dues).toEqual({ firstResponse: iso(at + hour), resolution: iso(at + 31 * hour) });
    expect(refund?.after.dues).toMatchObject({ firstResponse: iso(at + hour / 2) });
    expect(exchange).toMatchObject({
      before: { category: "other", priority: "P3", tags: [] },
      after: { category: "aftersales.return", priority: "P1", tags: ["退换货"] },
    });
  });

  it("says the same of the ruleset alone as of the whole burst", async () => {
    const alone = await backtest([changedRuleset()]);
    const whole = await backtest([changedRuleset(), live("sla")]);
    const bare = ({ tookMs: _, ...rest }: Body) => rest;
    expect(bare(whole)).toEqual(bare(alone));
  });

  it("is what publishing then does to the next ticket", async () => {
    const [change] = (await backtest([changedRuleset()], { limit: 1 })).changes;
    const { ticket } = await server.must("POST", "/simulate", {
      documents: [changedRuleset()],
      ticketId: ids[8],
    });
    expect(change.ticketId).toBe(ids[8]);
    const { category, priority, tags, dues } = change.after;
    expect(ticket).toMatchObject({ category, priority, tags, subject: "什么时候发货", body: "不发就退款" });
    expect(ticket.sla.firstResponse.due).toBe(dues.firstResponse);
  });

  it("runs the whole burst for other drafts: clocks, routes, messages", async () => {
    const policy = live("sla");
    const targets = { ...policy.spec.tiers[0]?.targets, P3: { firstResponse: "PT4H", resolution: "PT24H" } };
    const sla = { ...policy, spec: { ...policy.spec, tiers: [{ id: "standard", targets }] } };
    const slower = await backtest([sla]);
    // P3 are what no rule found, the one that said so itself among them; they all came in at the same instant.
    expect(Object.keys(found(slower)).map(Number)).toEqual([1, 2, 5, 6]);
    expect(slower.counts).toMatchObject({ category: 0, priority: 0, tags: 0, sla: 4, routing: 0 });
    expect(slower.changes[0]).toMatchObject({
      before: { dues: { firstResponse: iso(at + 2 * hour) } },
      after: { dues: { firstResponse: iso(at + 4 * hour) } },
    });

    const routing = live("routing");
    const routes = routing.spec.routes.filter(({ id }) => id !== "complaints");
    const undivided = await backtest([{ ...routing, spec: { ...routing.spec, routes } }]);
    expect(found(undivided)).toEqual({ 7: ["routing"] });
    expect(undivided.changes[0]).toMatchObject({
      before: { routing: { route: "complaints", group: "back", pool: null } },
      after: { routing: { route: "all", group: "front", pool: null } },
    });

    const intake = live("workflow");
    const nodes = [
      ...intake.spec.nodes,
      { id: "hello", type: "reply", config: { text: "您好，{{ ticket.category }}" } },
    ];
    const edges = [
      ...intake.spec.edges.map((edge) => (edge.target === "assign" ? { ...edge, target: "hello" } : edge)),
      { id: "e4", source: "hello", sourcePort: "out", target: "assign" },
    ];
    const greeting = await backtest([{ ...intake, spec: { ...intake.spec, nodes, edges } }], { limit: 2 });
    expect(greeting).toMatchObject({ examined: 2, changed: 2, counts: { messages: 2, sla: 0 } });
    expect(greeting.changes[0].after.messages).toEqual(["您好，aftersales.return"]);
  });

  it("takes the tickets that are asked for, newest first", async () => {
    const draft = [changedRuleset()];
    expect((await backtest(draft, { channel: "mail" })).examined).toBe(4);
    expect((await backtest(draft, { category: "complaints,other" })).examined).toBe(6);
    expect((await backtest(draft, { status: "resolved,closed" })).examined).toBe(1);
    expect((await backtest(draft, { until: iso(at) })).examined).toBe(0);
    expect((await backtest(draft, { from: iso(at), until: iso(at + 1) })).examined).toBe(9);
    const newest = await backtest(draft, { limit: 4 });
    expect([newest.examined, Object.keys(found(newest)).map(Number)]).toEqual([4, [5, 8]]);
  });

  it("lists two hundred changes, counts all of them, and says what it has not looked at", async () => {
    await server.advance("PT1H");
    const inputs = Array.from({ length: 203 }, (_, index) => ({
      subject: "退款",
      customer: { id: `m-${index}` },
    }));
    const lines = inputs.map((input) => JSON.stringify({ channel: "mail", ...input })).join("\n");
    const type = { "content-type": "application/x-ndjson" };
    await server.must("POST", "/tickets/batch", lines, type);
    const tickets = { from: iso(at + hour), limit: 1000 };
    const alone = await backtest([changedRuleset()], tickets);
    expect([alone.examined, alone.changed, alone.changes.length]).toEqual([203, 203, 200]);
    expect(alone.counts).toMatchObject({
      priority: 203,
      category: 0,
      sla: null,
      routing: null,
      messages: null,
    });
    const whole = await backtest([changedRuleset(), live("sla")], tickets);
    expect([whole.changed, whole.changes.length]).toEqual([203, 200]);
    expect(whole.counts).toMatchObject({ priority: 203, sla: 203, routing: 0, messages: 0 });
  });

  it("refuses drafts that could not be published, and tickets that nobody can find", async () => {
    const faulty = { ...live("sla"), spec: { ...live("sla").spec, calendar: "nowhere" } };
    const refused = await server.call("POST", "/backtest", { documents: [live("routing"), faulty] });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, "/documents/1/spec/calendar"]);
    const twice = await server.call("POST", "/backtest", { documents: [live("sla"), live("sla")] });
    expect([twice.status, twice.body.errors[0].path]).toEqual([422, "/documents/1"]);
    const body = (tickets: object) => ({ documents: [live("sla")], tickets });
    for (const [tickets, path] of [
      [{ limit: 5001 }, "/tickets/limit"],
      [{ from: "2026-02-30T00:00:00Z" }, "/tickets/from"],
    ] as const) {
      const reply = await server.call("POST", "/backtest", body(tickets));
      expect([reply.status, reply.body.errors[0].path]).toEqual([400, path]);
    }
    expect((await server.call("POST", "/backtest", { documents: [] })).status).toBe(400);
  });
});
