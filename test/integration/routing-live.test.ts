/** Routing while people come, go and are overrun: waiting order, capacity, hand-overs, absence. */
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agent, bringOnline, furnish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const routing = (spec: object): AnyDocument =>
  ({ kind: "routing", key: "default", name: "分配", formatVersion: 1, spec }) as AnyDocument;

const toFront = routing({
  onOffline: { after: "PT30M", do: "return" },
  routes: [{ id: "all", steps: [{ group: "front", strategy: "least-loaded" }] }],
  fallback: { pool: "general" },
  pools: { general: {} },
});

const capacity = 3;

describe("routing, live", () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
    const house = houseWith(smallHouse, [toFront]);
    const more = Array.from({ length: 10 }, (_, index) => agent(`f${index}`, ["front"]));
    await furnish(server, {
      ...house,
      people: { ...house.people, agents: [...house.people.agents, ...more] },
    });
  });
  afterEach(() => server.stop());

  const reload = (id: string): Promise<Body> => server.must("GET", `/tickets/${id}`);
  const presence = async (id: string, value: string) => {
    await server.must("PUT", `/agents/${id}/presence`, { presence: value });
    await server.settled();
  };

  async function byAgent(): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    for (let cursor = ""; ; ) {
      const page = await server.must(
        "GET",
        `/tickets?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      for (const { id, assignee } of page.items as Body[])
        found.set(assignee ?? "nobody", [...(found.get(assignee ?? "nobody") ?? []), id]);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  }

  it("gives who comes online the waiting tickets at once, in waiting order, up to capacity", async () => {
    const late = (await createTickets(server, 1, () => ({ subject: "你好" })))[0];
    await server.advance("PT1M");
    // P1 is due earlier than P3, though it came later; among equals the older one is first.
    const urgent = (await createTickets(server, 1, () => ({ subject: "我要投诉" })))[0];
    await server.advance("PT1M");
    const refund = (await createTickets(server, 1, () => ({ subject: "我要退款" })))[0];
    await server.advance("PT1M");
    const last = (await createTickets(server, 1, () => ({ subject: "在吗" })))[0];
    for (const { id } of [late, urgent, refund, last])
      expect((await reload(id)).routing.type).toBe("waiting");
    await presence("a1", "online");
    const assigned = [];
    for (const ticket of [urgent, refund, late, last]) assigned.push((await reload(ticket.id)).assignee);
    expect(assigned).toEqual(["a1", "a1", "a1", null]);
    const order = [];
    for (const ticket of [urgent, refund, late]) {
      const { items } = await server.must("GET", `/tickets/${ticket.id}/timeline`);
      order.push((items as Body[]).find(({ type }) => type === "routing.drain").id);
    }
    expect(order).toEqual([...order].sort());
    // Room again: the one that still waits gets it.
    await server.must("PATCH", `/tickets/${urgent.id}`, { status: "resolved" });
    await server.settled();
    expect((await reload(last.id)).assignee).toBe("a1");
  });

  it("never loads anybody over capacity, whatever arrives at once", async () => {
    const agents = ["a1", "a2", ...Array.from({ length: 10 }, (_, index) => `f${index}`)];
    await bringOnline(server, agents);
    const tickets = await createTickets(server, 200);
    await server.settled();
    const found = await byAgent();
    for (const id of agents) expect(found.get(id)).toHaveLength(capacity);
    expect(found.get("nobody")).toHaveLength(200 - agents.length * capacity);
    const resolved = tickets.filter(({ assignee }) => assignee !== null);
    await Promise.all(
      resolved.map(({ id }) => server.must("PATCH", `/tickets/${id}`, { status: "resolved" })),
    );
    await server.settled();
    const { items } = await server.must("GET", "/agents");
    for (const { id, load } of items as Body[]) {
      const { new: fresh = 0, open = 0 } = load.ticket;
      expect(fresh + open, id).toBe(agents.includes(id) ? capacity : 0);
    }
  });

  it("assigns by hand over capacity, releases, and hands over to a group", async () => {
    await bringOnline(server, ["a1", "b1"]);
    const tickets = await createTickets(server, capacity + 1);
    const waiting = tickets.find(({ assignee }) => assignee === null);
    const byHand = await server.must("POST", `/tickets/${waiting.id}/assign`, { agent: "a1" });
    expect(byHand).toMatchObject({ assignee: "a1", routing: { how: "manual" } });
    const moved = await server.must("POST", `/tickets/${waiting.id}/transfer`, { group: "back" });
    expect(moved).toMatchObject({ assignee: "b1", group: "back", transferCount: 1 });
    const { id } = tickets.find(({ assignee }) => assignee === "a1") ?? {};
    const released = await server.must("POST", `/tickets/${id}/release`);
    await server.settled();
    expect(released.assignee).toBeNull();
    const unknown = await server.call("POST", `/tickets/${id}/assign`, { agent: "nobody" });
    expect([unknown.status, unknown.body.code]).toEqual([409, "routing.refused"]);
  });

  it("leaves a hand-made assignment alone while its agent is on duty", async () => {
    await bringOnline(server, ["a1"]);
    const [ticket] = await createTickets(server, 1);
    await server.must("POST", `/tickets/${ticket.id}/assign`, { agent: "b1" });
    await presence("a2", "online");
    await server.advance("P1D");
    expect((await reload(ticket.id)).assignee).toBe("b1");
  });

  it("returns the tickets of who has been away too long, and not a minute earlier", async () => {
    await bringOnline(server, ["a1"]);
    const [ticket] = await createTickets(server, 1);
    expect(ticket.assignee).toBe("a1");
    await presence("a1", "offline");
    await presence("a2", "online");
    await server.advance("PT29M");
    expect((await reload(ticket.id)).assignee).toBe("a1");
    await server.advance("PT1M");
    expect((await reload(ticket.id)).assignee).toBe("a2");
    const { items } = await server.must("GET", `/tickets/${ticket.id}/decisions`);
    expect((items as Body[]).at(-1).decision).toMatchObject({ kind: "routing", cause: "offline" });
  });

  it("leaves the tickets of who came back in time", async () => {
    await bringOnline(server, ["a1"]);
    const [ticket] = await createTickets(server, 1);
    await presence("a1", "offline");
    await presence("a2", "online");
    await server.advance("PT20M");
    await presence("a1", "online");
    await server.advance("PT2H");
    expect((await reload(ticket.id)).assignee).toBe("a1");
  });

  it("tells one agent everything that stands against them, and lists no more than asked for", async () => {
    await bringOnline(server, ["a1", "b1"]);
    const [ticket] = await createTickets(server, capacity + 1);
    const ask = (body: object) =>
      server.must("POST", "/preview/routing", { policy: "default", ticket: ticket.id, ...body });
    const { steps } = await ask({ agent: "b1" });
    expect(steps[0]).toMatchObject({ group: "front", members: 12, eligible: 1 });
    expect(steps[0].considered).toMatchObject([{ agent: "b1", reason: "not-in-group" }]);
    const full = await ask({
      agent: "a1",
      ticket: { channel: "web", subject: "在吗", customer: { id: "c" } },
    });
    expect(full.steps[0].considered).toMatchObject([
      { agent: "a1", eligible: false, grounds: [{ reason: "at-capacity", detail: "3/3" }] },
    ]);
    expect((await ask({ limit: 2 })).steps[0].considered).toHaveLength(2);
    const { groups } = await server.must("GET", "/routing/load?limit=1");
    const front = (groups as Body[]).find(({ key }) => key === "front");
    expect([front.members, front.agents.length]).toEqual([12, 1]);
  });
});
