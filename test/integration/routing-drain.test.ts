/** A waiting ticket is served the moment somebody may take it, whatever made them eligible. */
import type { AnyDocument, Shift } from "@sluice/schemas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agent, bringOnline, furnish, publish } from "../support/house.ts";
import { createTickets } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const document = (kind: string, key: string, spec: object): AnyDocument =>
  ({ kind, key, name: key, description: "", formatVersion: 1, spec }) as AnyDocument;

const policy = (step: object, rest: object = {}): AnyDocument =>
  document("routing", "default", {
    routes: [{ id: "all", steps: [{ group: "front", strategy: "round-robin", ...step }] }],
    fallback: { pool: "general" },
    pools: { general: {} },
    ...rest,
  });

/** Monday 10:00 in Shanghai; the sale begins at 12:00 and ends at 14:00. */
const at = "2026-03-02T10:00:00+08:00";
const sale = (routing: object): AnyDocument =>
  document("campaign", "sale", {
    from: "2026-03-02T12:00:00+08:00",
    until: "2026-03-02T14:00:00+08:00",
    phases: [
      {
        id: "open",
        from: "2026-03-02T12:00:00+08:00",
        until: "2026-03-02T14:00:00+08:00",
        routing: [{ policy: "default", ...routing }],
      },
    ],
  });

const late: Shift = {
  key: "late",
  label: { zh: "晚班", en: "Late" },
  start: "13:30",
  end: "22:00",
  weekdays: [1, 2, 3, 4, 5, 6, 7],
};

describe("a ticket that waits", () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer({ at });
  });
  afterEach(() => server.stop());

  async function open(documents: readonly AnyDocument[], people: object = {}): Promise<void> {
    const house = houseWith(smallHouse, documents);
    await furnish(server, { ...house, people: { ...house.people, ...people } });
    await bringOnline(server, ["a1", "b1"]);
  }

  const one = async (): Promise<Body> => (await createTickets(server, 1))[0];
  const assigneeOf = async ({ id }: Body): Promise<string | null> => {
    await server.settled();
    return (await server.must("GET", `/tickets/${id}`)).assignee;
  };

  it("is served when its skill is learned, and when somebody joins the group", async () => {
    await open([policy({ skills: [{ skill: "returns", level: 3 }] })]);
    const [first, second] = [await one(), await one()];
    expect([await assigneeOf(first), await assigneeOf(second)]).toEqual([null, null]);
    await server.must(
      "PUT",
      "/agents/a1",
      agent("a1", ["front"], { skills: { returns: 3 }, capacity: { chat: 0, ticket: 1 } }),
    );
    expect([await assigneeOf(first), await assigneeOf(second)]).toEqual(["a1", null]);
    await server.must("PUT", "/agents/b1", agent("b1", ["front"], { skills: { returns: 5 } }));
    expect(await assigneeOf(second)).toBe("b1");
  });

  it("is served when a shift begins, also when the policy was published after the people", async () => {
    await open([policy({})], {
      shifts: [late],
      agents: smallHouse.people.agents.map((one) => ({ ...one, shifts: ["late"] })),
    });
    const ticket = await one();
    await server.advance("PT3H29M");
    expect(await assigneeOf(ticket)).toBeNull();
    await server.advance("PT1M");
    expect(await assigneeOf(ticket)).toBe("a1");
  });

  it("is served when a campaign gives the group room, and when it lends somebody to it", async () => {
    await open([policy({}), sale({ capacity: { front: 2 }, members: { front: ["b1"] } })]);
    await server.must("PUT", "/agents/a1", agent("a1", ["front"], { capacity: { chat: 1, ticket: 1 } }));
    const tickets = [await one(), await one(), await one()];
    const assignees = async () => (await Promise.all(tickets.map(assigneeOf))).map((who) => who ?? "nobody");
    expect(await assignees()).toEqual(["a1", "nobody", "nobody"]);
    await server.advance("PT1H59M");
    expect(await assignees()).toEqual(["a1", "nobody", "nobody"]);
    await server.advance("PT1M");
    expect((await assignees()).sort()).toEqual(["a1", "a1", "b1"]);
    // The loan is over, and so is what it made possible; what was given stays given.
    await server.advance("PT2H");
    expect((await assignees()).sort()).toEqual(["a1", "a1", "b1"]);
    expect(await assigneeOf(await one())).toBeNull();
  });

  it("is served when a policy is published that asks for less", async () => {
    await open([policy({ skills: [{ skill: "returns", level: 5 }] })]);
    const ticket = await one();
    expect(await assigneeOf(ticket)).toBeNull();
    await publish(server, [policy({})]);
    // It waits by the rules of its own revision; a new one goes by what is live.
    expect(await assigneeOf(ticket)).toBeNull();
    expect(await assigneeOf(await one())).toBe("a1");
  });

  it("is routed anew when the campaign that brought its route is over", async () => {
    const rush = { prepend: [{ id: "rush", steps: [{ group: "back" }] }] };
    await open([policy({}), sale(rush)]);
    await server.must("PUT", "/agents/b1/presence", { presence: "break" });
    await server.advance("PT2H");
    const ticket = await one();
    expect((await server.must("GET", `/tickets/${ticket.id}`)).routing).toMatchObject({
      type: "waiting",
      group: "back",
    });
    await server.advance("PT2H");
    expect(await assigneeOf(ticket)).toBe("a1");
  });

  it("is taken from who left, by a policy that was published after they had left", async () => {
    await open([policy({})]);
    const ticket = await one();
    expect(await assigneeOf(ticket)).toBe("a1");
    await server.must("PUT", "/agents/a2/presence", { presence: "online" });
    await server.must("PUT", "/agents/a1/presence", { presence: "offline" });
    await server.advance("PT20M");
    await publish(server, [policy({}, { onOffline: { after: "PT30M", do: "return" } })]);
    await server.advance("PT9M");
    expect(await assigneeOf(ticket)).toBe("a1");
    await server.advance("PT1M");
    expect(await assigneeOf(ticket)).toBe("a2");
  });
});
