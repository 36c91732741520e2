/** Batches that come to two servers at once: each works its tickets out ahead of its turn, and everything is as if it had not. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkInvariants } from "../invariants/check-invariants.ts";
import { copyToSqlite } from "../invariants/copy-to-sqlite.ts";
import { agent, bringOnline, furnish, type House } from "../support/house.ts";
import { bootstrapKey, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";
import { readRows } from "../support/stored.ts";

const room = 5;
const crew = Array.from({ length: 12 }, (_, at) =>
  agent(`f${at}`, ["front"], { skills: { returns: 3 }, capacity: { chat: room, ticket: room } }),
);
const house: House = {
  ...smallHouse,
  people: { ...smallHouse.people, agents: [...smallHouse.people.agents, ...crew] },
};

let one: TestServer;
let two: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-ahead-"));
  one = await startTestServer();
  if (one.databaseUrl === undefined) throw new Error("this test needs a MySQL server");
  two = await startTestServer({ databaseUrl: one.databaseUrl });
  await furnish(one, house);
  const ids = crew.map(({ id }) => id);
  await bringOnline(one, ids);
});
afterAll(async () => {
  await Promise.all([one?.stop(), two?.stop()]);
  if (folder) await rm(folder, { recursive: true, force: true });
});

const perBatch = 100;

/** Few customers: what one ticket leaves of them the next one reads, on whichever server. */
const batchOf = (name: string): string =>
  Array.from({ length: perBatch }, (_, at) =>
    JSON.stringify({
      channel: at % 3 === 0 ? "taobao" : "web",
      subject: at % 2 === 0 ? "我要退货" : "你好",
      externalId: at % 10 === 0 ? `both-${at}` : `${name}-${at}`,
      customer: { id: `c${at % 9}` },
    }),
  ).join("\n");

async function send(server: TestServer, name: string): Promise<void> {
  const reply = await server.raw("POST", "/api/v1/tickets/batch", batchOf(name), {
    "content-type": "application/x-ndjson",
    authorization: `Bearer ${bootstrapKey}`,
  });
  expect(reply.status).toBe(200);
}

it("nobody gets more than they have room for, nothing is there twice, and every invariant holds", async () => {
  for (let round = 0; round < 3; round += 1)
    await Promise.all([one, two].map((server, at) => send(server, `r${round}-${at}`)));
  await Promise.all([one.settled(), two.settled()]);
  const tickets = await readRows<{ number: number; assignee: string | null }>(
    one,
    "SELECT number, assignee FROM tickets",
  );
  // Ten of a hundred come to both, in each round, and are one ticket each.
  expect(tickets).toHaveLength(6 * 90 + 10);
  expect(new Set(tickets.map(({ number }) => Number(number))).size).toBe(tickets.length);
  const carried = new Map<string, number>();
  for (const { assignee } of tickets)
    if (assignee !== null) carried.set(assignee, (carried.get(assignee) ?? 0) + 1);
  expect(carried.size).toBeGreaterThan(0);
  // Chats and tickets have room of their own.
  for (const [id, count] of carried) expect([id, count <= 2 * room]).toEqual([id, true]);
  const file = join(folder, "copy.db");
  await copyToSqlite(one.databaseUrl ?? "", file);
  expect(checkInvariants(file).slice(0, 20)).toEqual([]);
});
