/** The channel as the host runs it, against a shop that checks signatures and keys as the manual says. */
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { callsOf, receiveCall, runAction, sendCall, signatureHeaders, testAction } from "@sluice/plugin-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { plugin } from "./index.ts";

const secret = "shared-with-the-shop";
const shown = new Map<string, string>();
let status = 200;
const shop = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  const { headers } = request;
  const seconds = String(headers["sluice-timestamp"]);
  const wanted = createHmac("sha256", secret).update(`${seconds}.${text}`).digest("hex");
  const isFresh = Math.abs(Date.now() / 1_000 - Number(seconds)) < 300;
  if (headers["sluice-signature"] !== `sha256=${wanted}` || !isFresh) return response.writeHead(403).end();
  if (status !== 200) return response.writeHead(status).end("{}");
  const key = String(headers["idempotency-key"]);
  if (shown.has(key)) return response.writeHead(409).end(JSON.stringify({ id: `m-${key}` }));
  shown.set(key, JSON.parse(text).text);
  return response.end(JSON.stringify({ id: `m-${key}` }));
});
let callbackUrl = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => shop.listen(0, "localhost", resolve));
  callbackUrl = `http://localhost:${(shop.address() as AddressInfo).port}/messages`;
});
afterAll(() => shop.close());
beforeEach(() => {
  shown.clear();
  status = 200;
});

const call = (id: string, input: unknown, more: object = {}) => {
  const action = callsOf(plugin).find((one) => one.id === id);
  if (!action) throw new Error(id);
  return runAction(action, {
    input,
    config: { callbackUrl },
    secrets: { SECRET: secret },
    idempotencyKey: "message:1",
    attempt: 1,
    signal: new AbortController().signal,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    progress: () => {},
    ...more,
  });
};
const now = 1_771_000_000_000;
const receive = (value: unknown, { at = now, body = JSON.stringify(value), by = secret } = {}) =>
  call(receiveCall("web"), {
    method: "POST",
    headers: signatureHeaders(by, body, at),
    query: {},
    body,
    encoding: "utf8",
    receivedAt: now,
  });
const message = { thread: "t-1", id: "m-1", customer: { id: "c-1", name: "王芳" }, text: "在吗" };

describe("inbound", () => {
  it("takes one message, several, and a ping", async () => {
    expect(await receive(message)).toMatchObject({ output: { messages: [message] } });
    expect(await receive({ messages: [message, { ...message, id: "m-2" }] })).toMatchObject({
      output: { messages: [{ id: "m-1" }, { id: "m-2" }] },
    });
    expect(await receive({ type: "ping" })).toMatchObject({
      output: { messages: [], reply: { body: "pong" } },
    });
  });

  it("refuses what is not signed by the shop just now", async () => {
    const refused = { ok: false, code: "channel.refused", retryable: false };
    expect(await receive(message, { by: "somebody" })).toMatchObject(refused);
    expect(await receive(message, { at: now - 301_000 })).toMatchObject(refused);
    expect(await receive(message, { at: now + 302_000 })).toMatchObject(refused);
    expect(await receive(message, { at: now - 299_000 })).toMatchObject({ ok: true });
    const unset = { method: "POST", headers: {}, query: {}, body: "{}", encoding: "utf8", receivedAt: now };
    expect(await call(receiveCall("web"), unset, { secrets: {} })).toMatchObject(refused);
  });

  it("refuses what is no message", async () => {
    expect(await receive(null, { body: "{" })).toMatchObject({ code: "channel-web.unreadable" });
    expect(await receive(null, { body: "[]" })).toMatchObject({ code: "channel-web.unreadable" });
    expect(await receive({ thread: "x" })).toMatchObject({ code: "action.output-invalid", retryable: false });
    expect(await receive({ ...message, admin: true })).toMatchObject({ ok: false });
  });
});

const outbound = {
  thread: "t-1",
  ticket: { id: "k-1", number: 7, subject: "在吗" },
  customer: { id: "c-1" },
  author: "agent",
  text: "在的",
  inReplyTo: ["m-1"],
};

describe("outbound", () => {
  it("does what a call has to, once for one key", async () => {
    const action = callsOf(plugin).find(({ id }) => id === sendCall("web"));
    if (!action) throw new Error("no send");
    const sample = { name: "an answer", input: outbound };
    const report = await testAction(
      { ...action, samples: [sample] },
      { config: { callbackUrl }, secrets: { SECRET: secret }, effects: () => shown.size },
    );
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect([...shown.values()]).toEqual(["在的"]);
  });

  it("says how it failed", async () => {
    status = 503;
    expect(await call(sendCall("web"), outbound)).toMatchObject({
      code: "channel-web.status",
      retryable: true,
    });
    status = 410;
    expect(await call(sendCall("web"), outbound)).toMatchObject({ retryable: false });
    expect(await call(sendCall("web"), outbound, { config: {} })).toMatchObject({
      code: "channel-web.not-configured",
    });
    const wrong = await call(sendCall("web"), outbound, { secrets: { SECRET: "wr0ng-secret" } });
    expect(wrong).toMatchObject({ code: "channel-web.status", details: { status: 403 } });
    expect(JSON.stringify(wrong)).not.toContain("wr0ng-secret");
  });
});
