/** Two servers of one house on one MySQL database: what one does, the other knows. */
import { randomUUID } from "node:crypto";
import type { AnyDocument } from "@sluice/schemas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agent, bringOnline, furnish, publish } from "../support/house.ts";
import { listen } from "../support/listen.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";
import { readRows } from "../support/stored.ts";

type Body = Reply["body"];

let one: TestServer;
let two: TestServer;
beforeEach(async () => {
  one = await startTestServer();
  if (one.databaseUrl === undefined) throw new Error("these tests need a MySQL server");
  two = await startTestServer({ databaseUrl: one.databaseUrl });
  await furnish(one, smallHouse);
});
afterEach(async () => {
  await Promise.all([one?.stop(), two?.stop()]);
});

const input = (subject: string, rest: object = {}) => ({
  channel: "web",
  subject,
  customer: { id: "c1" },
  ...rest,
});

/** The house's routing policy, with these parts in place of its own. */
const routing = (parts: object): AnyDocument => {
  const found = smallHouse.documents.find(({ kind }) => kind === "routing");
  return { ...found, spec: { ...found?.spec, ...parts } } as AnyDocument;
};

/** The same request to both servers at the same time. */
const atBoth = (path: string, body: object, headers?: Record<string, string>): Promise<readonly Reply[]> =>
  Promise.all([one, two].map((server) => server.call("POST", path, body, headers)));

const stored = (sql: string) => readRows<{ n: number }>(one, sql).then(([row]) => Number(row?.n));

describe("a ticket", () => {
  it("that comes to both at once under one Idempotency-Key or externalId is one ticket", async () => {
    for (let round = 0; round < 10; round += 1) {
      const keyed = await atBoth("/tickets", input(`k${round}`), { "idempotency-key": randomUUID() });
      const named = await atBoth(
        "/tickets",
        input(`x${round}`, { externalId: `x-${round}-`.padEnd(200, "号") }),
      );
      for (const replies of [keyed, named]) {
        expect(replies.map(({ status }) => status).sort()).toEqual([200, 201]);
        expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
      }
    }
    expect(await stored("SELECT COUNT(*) AS n FROM tickets")).toBe(20);
    expect(await stored("SELECT MAX(number) AS n FROM tickets")).toBeLessThanOrEqual(40);
  });

  it("has its events in one order, whichever server they come to", async () => {
    const { id } = await one.must("POST", "/tickets", input("talk"));
    const say = (at: number) =>
      [one, two][at % 2]?.must("POST", `/tickets/${id}/messages`, { author: "agent", text: `m${at}` });
    await Promise.all(Array.from({ length: 30 }, (_, at) => say(at)));
    const { seq, messages } = await two.must("GET", `/tickets/${id}`);
    expect(messages).toHaveLength(30);
    const [log] = await readRows<{ n: number; last: number }>(
      one,
      `SELECT COUNT(*) AS n, MAX(seq) AS last FROM ticket_events WHERE ticket_id = '${id}'`,
    );
    expect([Number(log?.n), Number(log?.last)]).toEqual([seq, seq]);
  });
});

it("tickets too heavy for one statement of the server's are written in several", async () => {
  const body = "退款".repeat(45_000);
  const replies = await Promise.all(
    Array.from({ length: 64 }, (_, at) => one.call("POST", "/tickets", input(`h${at}`, { body }))),
  );
  const heavy = replies.map(({ status, text }) => (status === 201 ? status : text.slice(0, 300)));
  expect(new Set(heavy)).toEqual(new Set([201]));
  const [ticket] = replies;
  expect((await two.must("GET", `/tickets/${ticket?.body.id}`)).body).toHaveLength(body.length);
});

describe("routing", () => {
  it("never loads anybody over capacity, whatever comes to both at once", async () => {
    await one.must("PUT", "/agents/a1", agent("a1", ["front"], { capacity: { chat: 0, ticket: 7 } }));
    await bringOnline(two, ["a1"]);
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, at) => [one, two][at % 2]?.must("POST", "/tickets", input(`t${at}`))),
    );
    expect(replies.filter((body: Body) => body.assignee === "a1")).toHaveLength(7);
    const load = await two.must("GET", "/agents/a1");
    expect(JSON.stringify(load)).toContain("7");
  });

  it("goes round over both servers as if they were one", async () => {
    for (const id of ["a1", "a2", "a3"])
      await one.must("PUT", `/agents/${id}`, agent(id, ["front"], { capacity: { chat: 0, ticket: 50 } }));
    await publish(one, [
      routing({ routes: [{ id: "r", steps: [{ group: "front", strategy: "round-robin" }] }] }),
    ]);
    await bringOnline(one, ["a1", "a2", "a3"]);
    const given: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const server = at % 2 === 0 ? one : two;
      given.push((await server.must("POST", "/tickets", input(`r${at}`))).assignee);
    }
    for (const [at, who] of given.entries()) if (at >= 3) expect(who).toBe(given[at - 3]);
    expect(new Set(given).size).toBe(3);
  });

  it("serves who waits when somebody comes online at the other server", async () => {
    const waiting = await one.must("POST", "/tickets", input("waits"));
    expect(waiting.assignee).toBeNull();
    await bringOnline(two, ["a1"]);
    await two.settled();
    expect((await one.must("GET", `/tickets/${waiting.id}`)).assignee).toBe("a1");
  });

  it("gives the tickets of a pool once each to sixteen who claim at both", async () => {
    await publish(one, [routing({ routes: [], pools: { general: { pick: "any", claimLimit: 3 } } })]);
    const ids = Array.from({ length: 16 }, (_, at) => `p${at}`);
    for (const id of ids)
      await one.must("PUT", `/agents/${id}`, agent(id, ["front"], { capacity: { chat: 0, ticket: 9 } }));
    await bringOnline(one, ids);
    await Promise.all(Array.from({ length: 40 }, (_, at) => one.must("POST", "/tickets", input(`p${at}`))));
    const won: string[] = [];
    const claimer = async (agent: string, at: number) => {
      for (let claims = 0; claims < 8; claims += 1) {
        const reply = await [one, two][at % 2]?.call("POST", "/pools/general/claim", { agent });
        expect([200, 409]).toContain(reply?.status);
        if (reply?.status === 200) won.push(`${reply.body.assignee} ${reply.body.id}`);
      }
    };
    await Promise.all(ids.map(claimer));
    expect(won).toHaveLength(40);
    expect(new Set(won.map((line) => line.split(" ")[1])).size).toBe(40);
    for (const id of ids) expect(won.filter((line) => line.startsWith(`${id} `)).length).toBeLessThan(4);
  });
});

describe("the house", () => {
  it("that one publishes, the other decides by in its very next ticket", async () => {
    for (let revision = 1; revision <= 5; revision += 1) {
      const ruleset = smallHouse.documents.find(({ kind }) => kind === "classification");
      const spec = {
        mode: "all",
        rules: [
          {
            id: "r",
            name: "r",
            when: { fact: "ticket.channel", operator: "equal", value: "web" },
            then: { addTags: [`rev-${revision}`] },
          },
        ],
      };
      await publish(one, [{ ...ruleset, spec } as never]);
      const { tags } = await two.must("POST", "/tickets", input(`d${revision}`));
      expect(tags).toEqual([`rev-${revision}`]);
    }
  });

  it("is told to the pages of both: tickets, presence, publishing", async () => {
    const { heard } = await listen(await two.listen(), "ticket,presence,documents", (told) =>
      ["ticket", "presence", "documents"].every((topic) => told.some(({ event }) => event === topic)),
    );
    const { id } = await one.must("POST", "/tickets", input("seen"));
    await bringOnline(one, ["a2"]);
    const ruleset = smallHouse.documents.find(({ kind }) => kind === "classification");
    const draft = { ...ruleset, description: "changed" };
    await one.must("PUT", "/documents/classification/default/draft", draft, {
      "if-match": String((await one.call("GET", "/documents/classification/default/draft")).headers.etag),
    });
    await one.must("POST", "/documents/classification/default/publish", {});
    const told = await heard;
    expect(told.find(({ event }) => event === "ticket")?.data).toMatchObject({ id, created: true });
    expect(told.find(({ event }) => event === "presence")?.data).toMatchObject({ agent: "a2" });
  });
});
