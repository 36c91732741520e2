/** A house in which everything is there, stored in a file: what the checker passes, and what damage is done to. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, vi } from "vitest";
import { crashHouse, furnishCrashHouse } from "../crash/crash-house.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { type Sink, startSink } from "../support/sink.ts";

/** The customer follows the link of the ticket's survey. */
async function answerSurvey(server: TestServer, ticket: string): Promise<void> {
  const { messages } = await server.must("GET", `/tickets/${ticket}`);
  const link = /\/api\/v1\/public\/survey\/[\w-]+/.exec(JSON.stringify(messages))?.[0] ?? "";
  const { status } = await server.raw("POST", link, { score: 4 });
  expect(status).toBe(200);
}

async function callWebhook(server: TestServer, mark: string): Promise<void> {
  const { items } = await server.must("GET", "/webhooks");
  const headers = {
    "sluice-token": items[0].token,
    "idempotency-key": mark,
    "content-type": "application/json",
  };
  expect((await server.raw("POST", items[0].url, JSON.stringify({ mark }), headers)).status).toBe(202);
}

async function reclassifyAll(server: TestServer): Promise<void> {
  const body = { filter: { channel: "wechat" }, do: { type: "reclassify" } };
  const { id } = await server.must("POST", "/tickets/bulk", body, { "idempotency-key": "bulk" });
  const status = async () => (await server.must("GET", `/tickets/bulk/${id}`)).status;
  await vi.waitFor(async () => expect(await status()).toBe("done"));
}

/** What operators leave behind. */
async function operate(server: TestServer): Promise<void> {
  await server.must("PUT", "/plugins/notify", { enabled: true, config: {} });
  await server.must("PUT", "/secrets/notify/key", { value: "nobody reads this" });
  const pause = { kind: "workflow", key: "clock-skip", paused: true };
  await server.must("POST", "/operations/pause", pause);
}

/** A clock that stands so that the schedules of the house are due in the last step of `live`. */
const beforeTheMinute = "PT53.9S";

/**
 * Tickets in every place: assigned, waiting, pooled, claimed, resolved; with runs, forks, loops, callers, surveys, tasks,
 * incidents and reminders; runs without a ticket; work on many tickets; settings.
 */
async function live(server: TestServer, sink: Sink): Promise<void> {
  await server.advance(beforeTheMinute);
  const create = (channel: string, customer: string, externalId: string) =>
    server.must(
      "POST",
      "/tickets",
      { channel, externalId, subject: `退款 ${externalId}`, customer: { id: customer } },
      { "idempotency-key": externalId },
    );
  for (const [index, channel] of ["taobao", "jd", "wechat", "phone", "phone"].entries())
    await create(channel, `c${index % 2}`, `first-${index}`);
  await server.advance("PT0S");
  await server.advance("PT2S");
  const talked = await create("taobao", "c1", "talked");
  await server.must("POST", `/tickets/${talked.id}/messages`, { author: "customer", text: "在吗" });
  await server.must("POST", `/tickets/${talked.id}/messages`, { author: "agent", text: "在的" });
  await server.must("PATCH", `/tickets/${talked.id}`, { status: "pending_customer" });
  await server.advance("PT1S");
  for (const id of ["a1", "a2", "a3", "a4", "b1", "b2"])
    await server.must("PUT", `/agents/${id}/presence`, { presence: "offline" });
  for (let index = 0; index < 4; index += 1) await create("wechat", "c9", `late-${index}`);
  await server.advance("PT2.5S");
  await server.must("POST", "/pools/general/claim", { agent: "a2" });
  for (let index = 0; index < 3; index += 1) await create("jd", "c8", `last-${index}`);
  await create("taobao", "c8", "last-loop");
  for (const name of ["asked", "answered"]) {
    const { id } = await create("phone", "c6", name);
    await server.must("PATCH", `/tickets/${id}`, { status: "resolved" });
    if (name === "answered") await answerSurvey(server, id);
  }
  await callWebhook(server, "call-1");
  await reclassifyAll(server);
  await operate(server);
  await server.advance("PT0.7S");
  sink.answer("/effect", { status: 503, body: {} });
  await create("jd", "c7", "postponed");
  await server.settled();
}

/** Lets it live for a minute of a standing clock and stores it in `file`; answers the instant, epoch ms. */
export async function makeSoundHouse(file: string): Promise<number> {
  const sink = await startSink();
  sink.answer("/effect", { status: 200, body: {} });
  sink.answer("/refuse", { status: 422, body: {} });
  const server = await startTestServer({ allowHosts: "127.0.0.1" });
  try {
    await furnishCrashHouse((method, path, body) => server.must(method, path, body), crashHouse(sink.origin));
    await live(server, sink);
    const database = new Database(join(server.dataDir, "sluice.db"), { readonly: true });
    await database.backup(file);
    database.close();
    return server.server.runtime.clock.now();
  } finally {
    await server.stop();
    await sink.close();
  }
}
