/** `POST /tickets/bulk`: hand-over, reclassification after a bad rule, dealing out; interrupted and gone on with. */
import type { TicketState } from "@sluice/engine";
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agent, bringOnline, furnish, publish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { callerOf, createRestartableHouse, type RestartableHouse } from "../support/restartable.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";
import { readRows, type StoredAt } from "../support/stored.ts";

type Body = Reply["body"];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await furnish(server, smallHouse);
});
afterEach(() => server.stop());

/** Runs a job to its end. */
async function bulk(body: object): Promise<Body> {
  const begun = await server.call("POST", "/tickets/bulk", body);
  expect(begun.status, begun.text).toBe(202);
  await server.server.bulk.idle();
  await server.settled();
  return server.must("GET", `/tickets/bulk/${begun.body.id}`);
}

const capacity = (ticket: number) => ({ capacity: { chat: 0, ticket } });
const hire = (id: string, room: number) =>
  server.must("PUT", `/agents/${id}`, agent(id, ["front"], capacity(room)));
const all = (query = ""): Promise<Body[]> =>
  server.must("GET", `/tickets?limit=200${query}`).then(({ items }: { items: Body[] }) => items);

/** The aggregates as they lie in the database. */
async function states(at: StoredAt): Promise<Map<string, TicketState>> {
  const rows = await readRows<{ id: string; state: string }>(at, "SELECT id, state FROM tickets");
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as TicketState]));
}

describe("a hand-over", () => {
  it("gives 23 tickets of somebody who leaves to others, clocks unbroken and nobody overloaded", async () => {
    await hire("a1", 25);
    await hire("a2", 10);
    await hire("a3", 8);
    await bringOnline(server, ["a1"]);
    await createTickets(server, 23);
    await createTickets(server, 1, () => ({ subject: "done", customer: { id: "done" } }));
    const [done] = await all("&q=done");
    await server.must("PATCH", `/tickets/${done.id}`, { status: "resolved" });
    const before = await states(server);
    await server.advance("PT10M");
    await server.must("PUT", "/agents/a1/presence", { presence: "offline" });
    await bringOnline(server, ["a2", "a3"]);

    const job = await bulk({ filter: { assignee: "a1" }, do: { type: "reroute" } });
    expect(job).toMatchObject({ total: 23, done: 23, failed: 0, status: "done", failures: [] });
    const after = await all("&open=true");
    const owners = after.map(({ assignee }: Body) => assignee);
    const held = (id: string | null) => owners.filter((owner) => owner === id).length;
    expect([held("a1"), held("a2"), held("a3"), held(null)]).toEqual([0, 10, 8, 5]);
    expect((await all("&waiting=true")).length).toBe(5);
    for (const [id, { clocks, ticket }] of await states(server)) {
      expect(clocks, id).toEqual(before.get(id)?.clocks);
      if (ticket.id !== done.id) expect(ticket.assignee).not.toBe("a1");
    }
    expect((await server.must("GET", `/tickets/${done.id}`)).assignee).toBe("a1");
    const { items } = await server.must("GET", `/tickets/${after[0].id}/timeline`);
    expect(items.at(-1)).toMatchObject({
      type: "ticket.reroute",
      actor: { type: "user", id: "bootstrap" },
      decisions: [{ kind: "routing" }],
    });
  });

  it("goes on to somebody over capacity only where a step says so", async () => {
    const [routing] = smallHouse.documents.filter(({ kind }) => kind === "routing");
    const spec = {
      ...(routing?.spec as object),
      routes: [{ id: "all", steps: [{ group: "front", ignoreCapacity: true }] }],
    };
    await publish(server, [{ ...(routing as AnyDocument), spec } as AnyDocument]);
    await hire("a1", 5);
    await hire("a2", 1);
    await bringOnline(server, ["a1"]);
    await createTickets(server, 4);
    await bringOnline(server, ["a2"]);
    await bulk({ filter: { assignee: "a1" }, do: { type: "reroute" } });
    expect((await all()).every(({ assignee }: Body) => assignee === "a2")).toBe(true);
  });

  it("deals to those named, the emptiest first; to one; to a group", async () => {
    await hire("a1", 20);
    await hire("a2", 20);
    await hire("a3", 10);
    await bringOnline(server, ["a1"]);
    const tickets = await createTickets(server, 12);
    const ids = tickets.map(({ id }) => id);
    await bulk({ ids, do: { type: "assign", agents: ["a2", "a3"] } });
    const count = async (id: string) => (await all(`&assignee=${id}`)).length;
    expect([await count("a1"), await count("a2"), await count("a3")]).toEqual([0, 8, 4]);
    await bulk({ filter: { assignee: "a2" }, do: { type: "assign", agent: "a1" } });
    expect(await count("a1")).toBe(8);
    await bulk({ filter: { assignee: "a1" }, do: { type: "transfer", group: "back" } });
    expect((await all("&group=back&waiting=true")).length).toBe(8);
    const closed = await bulk({ ids, do: { type: "resolve" } });
    expect(closed).toMatchObject({ done: 12, failed: 0 });
    expect(await all("&open=true")).toEqual([]);
  });
});

describe("what cannot be done", () => {
  it("is counted and named ticket by ticket, and harms no other", async () => {
    const [one, two] = await createTickets(server, 2);
    await server.must("PATCH", `/tickets/${two.id}`, { status: "closed" });
    const job = await bulk({ ids: [one.id, two.id, "nobody", one.id], do: { type: "reroute" } });
    expect(job).toMatchObject({ total: 3, done: 1, failed: 2, status: "done" });
    expect(job.failures).toEqual([
      { ticketId: two.id, code: "ticket.transition" },
      { ticketId: "nobody", code: "resource.not-found" },
    ]);
  });

  it("gives nothing that is done a new owner; a person may still hand it over", async () => {
    await bringOnline(server, ["a1"]);
    const [open, done] = await createTickets(server, 2);
    await server.must("PATCH", `/tickets/${done.id}`, { status: "resolved" });
    const ids = [open.id, done.id];
    const moves = [
      { type: "assign", agent: "a2" },
      { type: "assign", agents: ["a2"] },
      { type: "transfer", group: "back" },
    ];
    for (const move of moves) {
      const job = await bulk({ ids, do: move });
      expect(job).toMatchObject({ done: 1, failed: 1 });
      expect(job.failures).toEqual([{ ticketId: done.id, code: "ticket.transition" }]);
    }
    expect(await server.must("GET", `/tickets/${done.id}`)).toMatchObject({ assignee: "a1", group: "front" });
    await server.must("POST", `/tickets/${done.id}/assign`, { agent: "a2" });
    expect((await server.must("GET", `/tickets/${done.id}`)).assignee).toBe("a2");
  });

  it("is refused before anything begins: names that nobody has, no tickets named, the wrong role", async () => {
    const refused = async (body: object, headers = {}) =>
      (await server.call("POST", "/tickets/bulk", body, headers)).body.code;
    const ids = ["x"];
    expect(await refused({ ids, do: { type: "assign", agent: "nobody" } })).toBe("agent.unknown");
    expect(await refused({ ids, do: { type: "assign", agents: ["a1", "nobody"] } })).toBe("agent.unknown");
    expect(await refused({ ids, do: { type: "transfer", group: "nobody" } })).toBe("group.unknown");
    expect(await refused({ do: { type: "reroute" } })).toBe("request.invalid");
    expect(await refused({ filter: {}, do: { type: "reroute" } })).toBe("request.invalid");
    expect(await refused({ ids, filter: { status: "new" }, do: { type: "reroute" } })).toBe(
      "request.invalid",
    );
    expect(await refused({ filter: { rule: "r" }, do: { type: "reclassify" } })).toBe("request.invalid");
    const keyOf = async (role: string) => ({
      authorization: `Bearer ${(await server.must("POST", "/api-keys", { name: role, role })).key}`,
    });
    const designer = await keyOf("designer");
    expect(await refused({ ids, do: { type: "resolve" } }, designer)).toBe("auth.forbidden");
    expect(await refused({ ids, do: { type: "resolve" } }, await keyOf("agent"))).toBe("auth.forbidden");
    expect(
      (await server.call("POST", "/tickets/bulk", { ids, do: { type: "reclassify" } }, designer)).status,
    ).toBe(202);
  });

  it("stops when it is cancelled: what is left stays as it is", async () => {
    await bringOnline(server, ["a1"]);
    const tickets = await createTickets(server, 3);
    const ids = tickets.map(({ id }) => id);
    const begun = await server.must("POST", "/tickets/bulk", { ids, do: { type: "resolve" } });
    const cancelled = await server.must("DELETE", `/tickets/bulk/${begun.id}`);
    expect(cancelled.status).toBe("cancelled");
    await server.server.bulk.idle();
    const end = await server.must("GET", `/tickets/bulk/${begun.id}`);
    expect(end.done + end.cancelled).toBe(3);
    expect((await all("&open=false")).length).toBe(end.done);
    expect((await server.must("GET", "/tickets/bulk")).items).toMatchObject([{ id: begun.id }]);
  });
});

describe("the bad rule of 23:50", () => {
  const ruleset = smallHouse.documents.find(({ kind }) => kind === "classification") as AnyDocument & {
    spec: { rules: object[] };
  };
  const bad = {
    id: "everything",
    name: "全是投诉",
    when: { fact: "ticket.channel", operator: "equal", value: "web" },
    then: { category: "complaints", priority: "P1", addTags: ["投诉", "曝光"] },
  };

  it("is taken back: exactly its tickets are classified again, and people's choices stay", async () => {
    const good = await createTickets(server, 2, () => ({ subject: "我要退款" }));
    const spec = { ...ruleset.spec, rules: [bad, ...ruleset.spec.rules] };
    await publish(server, [{ ...ruleset, spec } as AnyDocument]);
    const hit = await createTickets(server, 4, (at) => ({
      subject: at === 0 ? "在吗" : "我要退款",
      tags: at === 1 ? ["投诉"] : [],
      ...(at === 2 ? { priority: "P0" } : {}),
    }));
    const other = await createTickets(server, 1, () => ({ channel: "mail", subject: "mail" }));
    await server.must("PATCH", `/tickets/${hit[3].id}`, { category: "complaints" });
    expect(hit.every(({ category }: Body) => category === "complaints")).toBe(true);
    await server.must("POST", "/documents/classification/default/rollback", { revision: 1 });

    const decided = "ruleset=default&revision=2";
    expect((await all(`&${decided}`)).length).toBe(5);
    expect((await all(`&${decided}&rule=everything`)).length).toBe(4);
    const filter = { ruleset: "default", revision: 2, rule: "everything" };
    const job = await bulk({ filter, do: { type: "reclassify" } });
    expect(job).toMatchObject({ total: 4, done: 4, failed: 0 });
    const now = await Promise.all(hit.map(({ id }: Body) => server.must("GET", `/tickets/${id}`)));
    const told = now.map(({ category, priority, tags }: Body) => [category, priority, tags]);
    expect(told).toEqual([
      ["other", "P3", []],
      ["aftersales.return", "P2", ["投诉", "退换货"]],
      ["aftersales.return", "P0", ["退换货"]],
      // A person made it a complaint: that stays.
      ["complaints", "P2", ["退换货"]],
    ]);
    const untouched = [...good, ...other].map(({ id, seq }: Body) => [id, seq]);
    for (const [id, seq] of untouched) expect((await server.must("GET", `/tickets/${id}`)).seq).toBe(seq);
    expect(await all(`&${decided}&rule=everything`)).toEqual([]);
    const why = await server.must("GET", `/tickets/${hit[0].id}/decisions`);
    expect(why.items.at(-1).decision.kind).toMatch(/classification|sla/);
  });
});

describe("a job that is interrupted", () => {
  let house: RestartableHouse;
  beforeEach(() => {
    house = createRestartableHouse();
  });
  afterEach(() => house.remove());

  it("goes on where it was after a restart; nothing is done twice, and a repeated request begins no second", async () => {
    let running = await house.start();
    let call = callerOf(running);
    await furnish(
      { must: (m: string, p: string, b?: object) => call(m as "PUT", p, b) } as TestServer,
      houseWith(smallHouse, []),
    );
    const tickets = await Promise.all(
      Array.from({ length: 450 }, (_, at) =>
        call("POST", "/tickets", { channel: "web", subject: `t${at}`, customer: { id: `c${at}` } }),
      ),
    );
    const ids = tickets.map(({ id }: Body) => id);
    const once = { "idempotency-key": "hand-over-1" };
    const body = { ids, do: { type: "assign", agents: ["a1", "a2"] } };
    const first = await call("POST", "/tickets/bulk", body, once);
    await running.stop();
    running = await house.start();
    call = callerOf(running);
    const resumed = await call("GET", `/tickets/bulk/${first.id}`);
    expect(resumed.total).toBe(450);
    expect((await call("POST", "/tickets/bulk", body, once)).id).toBe(first.id);
    await running.bulk.idle();
    const end = await call("GET", `/tickets/bulk/${first.id}`);
    await running.stop();
    expect(end).toMatchObject({ total: 450, done: 450, failed: 0, status: "done" });
    const [events] = await readRows(
      house.stored,
      "SELECT COUNT(*) AS n, COUNT(DISTINCT ticket_id) AS t FROM ticket_events WHERE type = 'ticket.assign'",
    );
    expect(events).toEqual({ n: 450, t: 450 });
  });
});
