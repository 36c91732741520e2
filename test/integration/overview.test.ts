/** Live counts, the routing preview, routing load, a customer's history: each equal to what is counted by hand. */
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agent, bringOnline, furnish, publish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await furnish(server, smallHouse);
});
afterEach(() => server.stop());

const count = async (query: string): Promise<number> =>
  (await server.must("GET", `/tickets?limit=200&${query}`)).items.length;
const patch = (ticket: Body, change: object) => server.must("PATCH", `/tickets/${ticket.id}`, change);

const callErp: AnyDocument = {
  kind: "workflow",
  key: "call",
  name: "呼叫",
  description: "",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "start", type: "trigger", config: { on: "manual" } },
      {
        id: "ask",
        type: "task",
        config: { title: "确认", group: "back", outcomes: [{ id: "ok", name: "好" }] },
      },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "ask" }],
  },
};

describe("the overview", () => {
  it("counts what came in, how it stands, and what is done, as of the workspace's day", async () => {
    await publish(server, [callErp]);
    await bringOnline(server, ["a1"]);
    await server.setClock("2026-03-02T23:50:00+08:00");
    const yesterday = await createTickets(server, 2, () => ({ subject: "投诉" }));
    await server.setClock("2026-03-03T10:00:00+08:00");
    const subjects = ["退款", "退货", "投诉", "在吗", "在吗"];
    const today = await createTickets(server, 5, (at) => ({
      subject: subjects[at],
      channel: at < 2 ? "mail" : "web",
      customer: { id: at < 2 ? "same" : `c${at}` },
    }));
    await patch(today[3], { status: "resolved" });
    await patch(today[4], { status: "closed" });
    await patch(yesterday[0], { status: "closed" });
    await server.must("POST", `/tickets/${today[0].id}/runs`, { workflow: "call" });
    // P1 promises a first response within 30 minutes: two complaints are late, those of P2 due at 11.
    await server.advance("PT40M");

    const { at, ...overview } = await server.must("GET", "/overview");
    expect(at).toBe("2026-03-03T02:40:00.000Z");
    expect(overview.todayFrom).toBe("2026-03-02T16:00:00.000Z");
    expect(overview.channels).toEqual([
      { id: "taobao", today: 0, open: 0 },
      { id: "mail", today: 2, open: 2 },
      { id: "web", today: 3, open: 2 },
    ]);
    expect(overview.classification).toEqual({
      today: 5,
      unclassified: 0,
      categories: [
        { key: "aftersales", today: 2 },
        { key: "other", today: 2 },
        { key: "complaints", today: 1 },
      ],
      onReference: [],
    });
    expect(overview.closing).toEqual({ resolvedToday: 3, closedToday: 2, openTotal: 4 });
    expect(overview.workflows).toContainEqual({ key: "call", open: 1, incidents: 0 });
    // The complaint of today breached; yesterday's began at nine and breached too; the two of P2 are at risk.
    expect(overview.sla).toMatchObject({ running: 4, breached: 2, warning: 2, dueSoon: 2 });
    expect(overview.sla.byMetric).toEqual([
      { metric: "firstResponse", running: 2, warned: 0, paused: 0, breached: 2 },
      { metric: "resolution", running: 4, warned: 0, paused: 0, breached: 0 },
    ]);
    const front = overview.routing.groups.find(({ key }: Body) => key === "front");
    const back = overview.routing.groups.find(({ key }: Body) => key === "back");
    expect(front).toMatchObject({ members: 2, online: 1, capacity: 12, load: 2, waiting: 0 });
    expect(back).toMatchObject({ members: 1, online: 0, waiting: 2, oldestAt: "2026-03-02T15:50:00.000Z" });
    expect(overview.routing.waiting).toBe(2);
    expect(overview.routing.pools).toEqual([
      { policy: "default", key: "general", name: "", count: 0, oldestAt: null },
    ]);
    expect([overview.incidents, overview.campaigns]).toEqual([{ open: 0 }, []]);
  });

  it("is the same as the lists that its numbers lead to", async () => {
    await bringOnline(server, ["a1"]);
    await createTickets(server, 6, (at) => ({
      subject: at % 2 === 0 ? "退款" : "投诉",
      channel: at < 4 ? "web" : "mail",
    }));
    const [first] = (await server.must("GET", "/tickets")).items;
    await patch(first, { status: "resolved" });
    await server.advance("PT45M");
    const overview = await server.must("GET", "/overview");
    const { channels, classification, sla, closing, routing, workflows, todayFrom } = overview;
    for (const { id, today, open } of channels) {
      expect(await count(`channel=${id}&createdFrom=${todayFrom}`)).toBe(today);
      expect(await count(`channel=${id}&open=true`)).toBe(open);
    }
    for (const { key, today } of classification.categories)
      expect(await count(`category=${key}&createdFrom=${todayFrom}`)).toBe(today);
    expect(await count("open=true&breached=true")).toBe(sla.breached);
    expect(await count("open=true&sla=breached")).toBe(sla.breached);
    expect(await count("open=true&sla=at-risk")).toBe(sla.warning);
    expect(await count(`open=true&breached=false&dueBefore=${sla.dueSoonBefore}`)).toBe(sla.dueSoon);
    expect(await count("waiting=true")).toBe(routing.waiting);
    for (const { key, waiting } of routing.groups)
      expect(await count(`waiting=true&group=${key}`)).toBe(waiting);
    expect(await count(`resolvedFrom=${todayFrom}`)).toBe(closing.resolvedToday);
    expect(await count("open=true")).toBe(closing.openTotal);
    expect(await count("open=false")).toBe(1);
    for (const { key, open } of workflows) expect(await count(`workflow=${key}`)).toBe(open);
    expect(await count("incident=true")).toBe(0);
    const refused = await server.call("GET", "/tickets?createdFrom=2026-02-31T00:00:00Z");
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, "/query/createdFrom"]);
  });

  it("names campaigns that are in force or to come", async () => {
    const phase = {
      id: "sale",
      name: "正式",
      from: "2026-03-02T08:00:00+08:00",
      until: "2026-03-04T00:00:00+08:00",
    };
    const campaign = (key: string, from: string, until: string): AnyDocument =>
      ({
        kind: "campaign",
        key,
        name: key,
        formatVersion: 1,
        spec: { from, until, phases: [{ ...phase, from, until }] },
      }) as unknown as AnyDocument;
    await publish(server, [
      campaign("now", phase.from, phase.until),
      campaign("later", "2026-06-01T00:00:00+08:00", "2026-06-19T00:00:00+08:00"),
      campaign("over", "2026-01-01T00:00:00+08:00", "2026-01-02T00:00:00+08:00"),
    ]);
    const { campaigns } = await server.must("GET", "/overview");
    expect(campaigns.map(({ key, phase: inForce }: Body) => [key, inForce])).toEqual([
      ["later", null],
      ["now", { id: "sale", name: "正式" }],
    ]);
  });
});

describe("the routing preview", () => {
  const ask = (body: object) => server.must("POST", "/preview/routing", { policy: "default", ...body });
  const ticket = (subject: string, rest: object = {}) => ({
    channel: "web",
    subject,
    customer: { id: "somebody" },
    ...rest,
  });

  it("says what the next ticket gets, and why not each of the others, and stores nothing", async () => {
    await server.must("PUT", "/agents/a3", agent("a3", ["front"]));
    await bringOnline(server, ["a1", "a2"]);
    await createTickets(server, 3);
    for (const subject of ["退款", "投诉", "在吗", "退款", "投诉"]) {
      const told = await ask({ ticket: ticket(subject) });
      const made = await server.must("POST", "/tickets", ticket(subject));
      const { items } = await server.must("GET", `/tickets/${made.id}/decisions`);
      const routed = items.find(({ decision }: Body) => decision.kind === "routing").decision;
      expect(told.decision).toEqual(routed);
      expect(told.ticket).toMatchObject({
        priority: made.priority,
        category: made.category,
        tags: made.tags,
      });
      expect(told.route).toBe(routed.route);
      for (const { considered } of told.steps)
        expect(considered.map(({ agent: id }: Body) => id).sort()).toEqual([
          "a1",
          "a2",
          "a3",
          "b1",
          "director",
          "lead-back",
          "lead-front",
        ]);
    }
    const { steps } = await ask({ ticket: ticket("在吗") });
    const why = Object.fromEntries(steps[0].considered.map((one: Body) => [one.agent, one.reason ?? null]));
    expect(why).toMatchObject({ a3: "presence", b1: "not-in-group" });
    expect(steps[0]).toMatchObject({ type: "group", group: "front", strategy: "least-loaded" });
  });

  it("takes a policy that is being drawn, and what the caller says of the ticket", async () => {
    await bringOnline(server, ["a1", "b1"]);
    const routing = smallHouse.documents.find(({ kind }) => kind === "routing") as AnyDocument;
    const draft = {
      ...routing,
      spec: {
        ...(routing.spec as object),
        routes: [{ id: "mine", steps: [{ group: "back" }, { pool: "general" }] }],
      },
    };
    const told = await ask({ policy: draft, ticket: ticket("退款") });
    expect(told).toMatchObject({
      policy: { key: "default", revision: 0 },
      route: "mine",
      decision: { outcome: { type: "assigned", agent: "b1" } },
      steps: [{ type: "group" }, { type: "pool", pool: "general", considered: [] }],
    });
    const complaint = await ask({ ticket: ticket("在吗", { category: "complaints", priority: "P0" }) });
    expect(complaint).toMatchObject({
      ticket: { category: "complaints", priority: "P0" },
      decision: { route: "complaints", outcome: { agent: "b1" } },
    });
    expect((await server.must("GET", "/tickets")).items).toEqual([]);
    const faulty = { ...draft, spec: { ...draft.spec, routes: [{ id: "x", steps: [{ group: "ghosts" }] }] } };
    const refused = await server.call("POST", "/preview/routing", { policy: faulty, ticket: ticket("x") });
    expect([refused.status, refused.body.errors[0].path]).toEqual([
      422,
      "/policy/spec/routes/0/steps/0/group",
    ]);
    for (const policy of ["nobody", smallHouse.documents[0]]) {
      const wrong = await server.call("POST", "/preview/routing", { policy, ticket: ticket("x") });
      expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, "/policy"]);
    }
  });

  it("asks for a ticket that is there as if it were new: its owner's room counts as free", async () => {
    await server.must("PUT", "/agents/a1", agent("a1", ["front"], { capacity: { chat: 0, ticket: 1 } }));
    await bringOnline(server, ["a1"]);
    const [mine] = await createTickets(server, 1);
    const told = await ask({ ticket: mine.id });
    expect(told).toMatchObject({ ticket: { id: mine.id }, decision: { outcome: { agent: "a1" } } });
    expect((await server.must("GET", `/tickets/${mine.id}`)).seq).toBe(mine.seq);
    expect(
      (await server.call("POST", "/preview/routing", { policy: "default", ticket: "none" })).status,
    ).toBe(404);
  });
});

describe("the load of routing", () => {
  it("tells for each step how many wait and who could take one, for each agent their room", async () => {
    await bringOnline(server, ["a1"]);
    await createTickets(server, 5, () => ({ subject: "在吗" }));
    await createTickets(server, 2, () => ({ subject: "投诉" }));
    const { policies, groups, pools } = await server.must("GET", "/routing/load");
    const steps = policies[0].routes.map(({ route, steps: [step] }: Body) => [
      route,
      step.waiting ?? null,
      step.eligible ?? null,
    ]);
    expect(steps).toEqual([
      ["complaints", 2, { chat: 0, ticket: 0 }],
      ["all", 2, { chat: 1, ticket: 0 }],
      ["fallback", null, null],
    ]);
    const front = groups.find(({ key }: Body) => key === "front");
    expect(front).toMatchObject({ members: 2, online: 1, load: 3, waiting: 2 });
    expect(front.agents[0]).toMatchObject({
      agent: "a1",
      ticket: { load: 3, capacity: 3, blockedBy: "at-capacity" },
    });
    expect(pools).toMatchObject([{ policy: "default", key: "general", count: 0 }]);
  });
});

describe("a customer", () => {
  it("has their whole history, newest first and page by page, with totals", async () => {
    const made = await createTickets(server, 5, () => ({
      subject: "投诉",
      customer: { id: "a,b/王", name: "王", tier: "vip", annualSpend: 12 },
    }));
    await createTickets(server, 1);
    await patch(made[0], { status: "closed" });
    await server.advance("PT40M");
    const path = `/customers/${encodeURIComponent("a,b/王")}`;
    const first = await server.must("GET", `${path}?limit=3`);
    expect(first.customer).toMatchObject({ id: "a,b/王", name: "王", tier: "vip", annualSpend: 12 });
    expect(first.totals).toMatchObject({
      tickets: 5,
      open: 4,
      breached: 4,
      byStatus: { closed: 1, resolved: 0 },
    });
    const second = await server.must("GET", `${path}?limit=3&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...second.items].map(({ id }: Body) => id);
    expect(ids).toEqual(
      made
        .map(({ id }: Body) => id)
        .sort()
        .reverse(),
    );
    expect(second.nextCursor).toBeNull();
    expect((await server.call("GET", "/customers/nobody")).status).toBe(404);
  });
});

describe("tasks", () => {
  it("are shown to whom they are for: mine and those of my groups that nobody took", async () => {
    const task = (id: string, config: object) => ({
      id,
      type: "task",
      config: { title: id, outcomes: [{ id: "ok", name: "好" }], ...config },
    });
    const asUser = async (name: string, agentId: string | null) => {
      await server.must("POST", "/users", { name, password: "a-long-password", role: "agent", agentId });
      const login = await server.raw("POST", "/api/v1/auth/login", { name, password: "a-long-password" });
      return { cookie: String(login.headers["set-cookie"]).split(";")[0] ?? "" };
    };
    const titles = async (query: string, headers: object) =>
      (await server.must("GET", `/tasks?${query}`, undefined, headers as Record<string, string>)).items
        .map(({ title }: Body) => title)
        .sort();
    for (const [key, node] of [
      ["t-front", "front"],
      ["t-back", "back"],
    ] as const)
      await publish(server, [
        {
          ...callErp,
          key,
          spec: {
            nodes: [
              { id: "start", type: "trigger", config: { on: "ticket.created" } },
              task(node, { group: node }),
            ],
            edges: [{ id: "e1", source: "start", sourcePort: "out", target: node }],
          },
        } as unknown as AnyDocument,
      ]);
    await createTickets(server, 1);
    const a1 = await asUser("wang", "a1");
    const b1 = await asUser("li", "b1");
    expect(await titles("mine=true", a1)).toEqual(["front"]);
    expect(await titles("mine=true", b1)).toEqual(["back"]);
    expect(await titles("group=back", a1)).toEqual(["back"]);
    expect(await titles("", a1)).toEqual(["back", "front"]);
    expect(await titles("mine=true", await asUser("nobody", null))).toEqual([]);
  });
});
