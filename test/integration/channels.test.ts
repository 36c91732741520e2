/** A channel from both sides: what it delivers becomes tickets once, what the house writes goes out once. */
import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
const secret = "shop-secret";
/** What the shop's service got, by idempotency key; and whether it answers. */
const sent = new Map<string, { text: string; inReplyTo: readonly string[]; thread: string }>();
let isDown = false;
const shop = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    if (isDown) response.writeHead(503).end();
    else {
      sent.set(String(request.headers["idempotency-key"]), JSON.parse(body));
      response.end(JSON.stringify({ id: `m-${sent.size}` }));
    }
  });
});

const source = `
import { createHmac, timingSafeEqual } from "node:crypto";
import { ActionError, defineChannel, definePlugin } from "@sluice/plugin-sdk";
const chat = defineChannel({
  id: "shop-chat",
  label: { zh: "店铺聊天", en: "Shop chat" },
  secrets: ["TOKEN"],
  hosts: ["localhost"],
  verify({ input, secrets }) {
    const wanted = createHmac("sha256", secrets.TOKEN).update(input.body).digest();
    const given = Buffer.from(input.headers["x-signature"] ?? "", "hex");
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  },
  parse: ({ input }) => {
    const body = JSON.parse(input.body);
    return body.challenge ? { messages: [], reply: { body: body.challenge } } : { messages: body.messages };
  },
  async send({ input, http, config, idempotencyKey }) {
    const response = await http(config.service, {
      method: "POST", headers: { "idempotency-key": idempotencyKey }, body: JSON.stringify(input),
    });
    if (!response.ok) throw new ActionError({ code: "shop.down", message: String(response.status), retryable: true });
    return response.json();
  },
});
export default definePlugin({ id: "shop", label: { zh: "店铺", en: "Shop" }, channels: [chat] });
`;

beforeAll(async () => {
  server = await startTestServer();
  await new Promise<void>((resolve) => shop.listen(0, "localhost", resolve));
  const folder = join(server.dataDir, "plugins", "shop");
  await mkdir(folder, { recursive: true });
  const manifest = { name: "shop", type: "module", exports: "./index.js" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "index.js"), source);
  const loaded = async () => JSON.stringify(await server.must("GET", "/plugins"));
  await vi.waitFor(async () => expect(await loaded()).toContain("shop-chat"), 60_000);
  await server.must("PUT", "/secrets/shop/TOKEN", { value: secret });
  const { port } = shop.address() as AddressInfo;
  await server.must("PUT", "/plugins/shop", {
    enabled: true,
    config: { service: `http://localhost:${port}` },
  });
});
afterAll(async () => {
  shop.close();
  await server?.stop();
});

const deliver = (body: object, signature?: string) => {
  const text = JSON.stringify(body);
  const signed = signature ?? createHmac("sha256", secret).update(text).digest("hex");
  const headers = { "content-type": "application/json", "x-signature": signed };
  return server.raw("POST", "/api/v1/channels/shop-chat/inbound", text, headers);
};
const message = (thread: string, id: string, text: string) => ({ thread, id, customer: { id: "c-1" }, text });
const ticketsOf = async () => (await server.must("GET", "/tickets?channel=shop-chat&sort=newest")).items;

describe("what a channel delivers", () => {
  it("opens a ticket, goes on with it, and is taken once however often it comes", async () => {
    const first = { messages: [message("t-1", "m-1", "我的快递三天没更新了")] };
    for (let i = 0; i < 3; i += 1) expect((await deliver(first)).status).toBe(204);
    const again = {
      messages: [message("t-1", "m-2", "在吗"), message("t-1", "m-1", "我的快递三天没更新了")],
    };
    await Promise.all([deliver(again), deliver(again)]);
    const [ticket, ...others] = await ticketsOf();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ channel: "shop-chat", subject: "我的快递三天没更新了" });
    const whole = await server.must("GET", `/tickets/${ticket.id}`);
    expect(whole.messages.map(({ text }: { text: string }) => text)).toEqual(["在吗"]);
    expect(whole.body).toBe("我的快递三天没更新了");
  });

  it("of many threads at once makes one ticket each", async () => {
    const messages = Array.from({ length: 20 }, (_, i) => message(`b-${i % 10}`, `b-m-${i}`, `第${i}条`));
    expect((await deliver({ messages })).status).toBe(204);
    expect(
      (await ticketsOf()).filter(({ subject }: { subject: string }) => subject.startsWith("第")),
    ).toHaveLength(10);
  });

  it("is answered as the channel wants, when it asks who is there", async () => {
    expect(await deliver({ challenge: "42" })).toMatchObject({ status: 200, text: "42" });
  });

  it("that is not genuine, not readable or nobody's is refused and leaves nothing", async () => {
    const before = (await ticketsOf()).length;
    expect((await deliver({ messages: [message("x", "x", "x")] }, "00")).body).toMatchObject({
      status: 403,
      code: "channel.refused",
    });
    expect((await deliver({ messages: [{ thread: "x" }] })).body).toMatchObject({ status: 422 });
    expect((await server.raw("POST", "/api/v1/channels/nobody/inbound", "{}")).status).toBe(404);
    expect(await ticketsOf()).toHaveLength(before);
  });

  it("after a ticket is closed for good begins a linked one", async () => {
    await deliver({ messages: [message("late", "late-1", "第一次")] });
    const [ticket] = await ticketsOf();
    await server.must("PATCH", `/tickets/${ticket.id}`, { status: "resolved" });
    await server.must("PATCH", `/tickets/${ticket.id}`, { status: "closed" });
    await server.advance("P15D");
    await deliver({ messages: [message("late", "late-2", "又来了")] });
    await deliver({ messages: [message("late", "late-3", "还在吗")] });
    const [next] = await ticketsOf();
    const whole = await server.must("GET", `/tickets/${next.id}`);
    expect(whole).toMatchObject({ parent: ticket.id, body: "又来了" });
    expect(whole.messages.map(({ text }: { text: string }) => text)).toEqual(["还在吗"]);
  });
});

describe("what the house writes", () => {
  it("is sent once with the thread it belongs to; what is internal stays inside", async () => {
    await deliver({ messages: [message("out", "out-1", "请问什么时候发货")] });
    const [ticket] = await ticketsOf();
    const write = (text: string, isPublic: boolean) =>
      server.must("POST", `/tickets/${ticket.id}/messages`, { author: "agent", public: isPublic, text });
    await write("今天发货", true);
    await write("客户很急", false);
    await server.settled();
    expect([...sent.values()]).toMatchObject([{ thread: "out", text: "今天发货", inReplyTo: ["out-1"] }]);
    expect([...sent.keys()][0]).toMatch(/^message:/);
  });

  it("that cannot be sent is an incident, and goes out when somebody retries it", async () => {
    isDown = true;
    const [ticket] = await ticketsOf();
    await server.must("POST", `/tickets/${ticket.id}/messages`, {
      author: "agent",
      public: true,
      text: "已发货",
    });
    for (let i = 0; i < 10; i += 1) await server.advance("PT20M");
    const { items } = await server.must("GET", "/incidents");
    expect(items).toMatchObject([{ kind: "reply", code: "shop.down", ticket: ticket.id }]);
    isDown = false;
    // The circuit of a service that failed so often stays open for a while.
    await server.must("POST", "/plugins/shop/restart");
    await server.must("POST", `/incidents/${items[0].id}/retry`);
    await server.settled();
    expect((await server.must("GET", "/incidents")).items).toEqual([]);
    await expect.poll(() => [...sent.values()].map(({ text }) => text)).toContain("已发货");
  });
});
