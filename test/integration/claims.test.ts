/** Many claimers at once, over HTTP: one winner per ticket, nobody over a limit, and a person's word stands. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { agent, bringOnline, furnish } from "../support/house.ts";
import { createTickets, post } from "../support/requests.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const claimLimit = 2;
const capacity = 3;
const claimers = Array.from({ length: 16 }, (_, index) => `claimer-${index + 1}`);

const pooled: AnyDocument = {
  kind: "routing",
  key: "default",
  name: "领取",
  formatVersion: 1,
  spec: {
    routes: [
      {
        id: "large",
        when: { fact: "ticket.channel", operator: "equal", value: "mail" },
        steps: [{ pool: "large" }],
      },
      { id: "all", steps: [{ pool: "general" }] },
    ],
    fallback: { pool: "general" },
    pools: { general: { pick: "any", claimLimit }, large: { pick: "head", order: "oldest-first" } },
  },
};

describe("16 claimers at once", () => {
  let server: TestServer;
  let origin: string;

  beforeAll(async () => {
    server = await startTestServer();
    const house = houseWith(smallHouse, [pooled]);
    const agents = claimers.map((id) =>
      agent(id, ["front"], { capacity: { chat: capacity, ticket: capacity } }),
    );
    await furnish(server, {
      ...house,
      people: { ...house.people, agents: [...house.people.agents, ...agents] },
    });
    await bringOnline(server, claimers);
    origin = await server.listen();
  });
  afterAll(() => server.stop());

  /** Nobody carries anything from the test before. */
  beforeEach(async () => {
    const { items } = await server.must("GET", "/tickets?limit=200");
    for (const { id, status } of items as Body[])
      if (status !== "resolved") await server.must("PATCH", `/tickets/${id}`, { status: "resolved" });
  });

  async function carried(): Promise<ReadonlyMap<string, number>> {
    const { items } = await server.must("GET", "/tickets?limit=200");
    const open = (items as Body[]).filter(
      ({ status, assignee }) => status !== "resolved" && assignee !== null,
    );
    const counts = new Map<string, number>();
    for (const { assignee } of open) counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
    return counts;
  }

  it("one ticket has one winner; the others hear 409", async () => {
    for (const { id } of await createTickets(server, 5)) {
      const answers = await Promise.all(
        claimers.map((one) => post(origin, `/tickets/${id}/claim`, { agent: one })),
      );
      const winners = answers.filter(({ status }) => status === 200);
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(claimers.length - 1);
      expect((await server.must("GET", `/tickets/${id}`)).assignee).toBe(winners[0]?.body.assignee);
      await server.must("PATCH", `/tickets/${id}`, { status: "resolved" });
    }
  });

  /** Claims from a pool until it says no. */
  async function claimAll(pool: string, one: string): Promise<readonly string[]> {
    const won: string[] = [];
    for (;;) {
      const { status, body } = await post(origin, `/pools/${pool}/claim`, { agent: one });
      expect([200, 409]).toContain(status);
      if (status === 409) return won;
      expect(body.assignee).toBe(one);
      won.push(body.id);
    }
  }

  it("nobody claims more than the limit, and nothing is given twice", async () => {
    const tickets = await createTickets(server, 40);
    const won = (await Promise.all(claimers.map((one) => claimAll("general", one)))).flat();
    expect(new Set(won).size).toBe(won.length);
    expect(won).toHaveLength(claimers.length * claimLimit);
    for (const id of won) expect(tickets.map((ticket) => ticket.id)).toContain(id);
    expect([...(await carried()).values()].every((count) => count === claimLimit)).toBe(true);
    const left = await server.must("GET", "/pools/general?limit=5");
    expect([left.total, left.items.length]).toEqual([tickets.length - won.length, 5]);
  });

  it("a pool without a limit still keeps everybody within capacity", async () => {
    await createTickets(server, 60, () => ({ channel: "mail" }));
    const won = (await Promise.all(claimers.map((one) => claimAll("large", one)))).flat();
    expect(new Set(won).size).toBe(won.length);
    expect(won).toHaveLength(claimers.length * capacity);
    expect(Math.max(...(await carried()).values())).toBe(capacity);
  });

  it("an assignment by hand stands, whoever claims meanwhile", async () => {
    for (const { id } of await createTickets(server, 8)) {
      const [byHand, ...claims] = await Promise.all([
        post(origin, `/tickets/${id}/assign`, { agent: "b1" }),
        ...claimers.map((one) => post(origin, `/tickets/${id}/claim`, { agent: one })),
      ]);
      expect(byHand?.status).toBe(200);
      expect(claims.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
      expect(claims.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect((await server.must("GET", `/tickets/${id}`)).assignee).toBe("b1");
    }
    expect((await carried()).get("b1")).toBe(8);
    const { load } = await server.must("GET", "/agents/b1");
    expect(Object.values(load.ticket as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(
      8,
    );
  });
});
