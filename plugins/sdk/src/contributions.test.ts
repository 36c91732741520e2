import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import {
  callsOf,
  defineAction,
  defineChannel,
  defineFact,
  definePlugin,
  defineStrategy,
  pluginManifest,
  receiveCall,
  runAction,
  sendCall,
  testAction,
  toPlugin,
} from "./index.ts";

const label = { zh: "物流", en: "Logistics" };

const delayed = defineFact({
  id: "logistics.delayed",
  label: { zh: "包裹延误", en: "Parcel is late" },
  type: "boolean",
  from: ["order.trackingNo"],
  cacheFor: "PT10M",
  samples: [{ name: "late", input: { "order.trackingNo": "SF-LATE" }, value: true }],
  run: ({ input }) => String(input["order.trackingNo"]).endsWith("LATE"),
});

const chat = defineChannel({
  id: "shop-chat",
  label: { zh: "店铺聊天", en: "Shop chat" },
  secrets: ["TOKEN"],
  verify: ({ input, secrets }) => input.headers["x-token"] === secrets.TOKEN,
  parse: ({ input }) => {
    const { thread, text } = JSON.parse(input.body) as { thread: string; text: string };
    return { messages: [{ thread, id: `${thread}-1`, customer: { id: "c1" }, text }] };
  },
  send: ({ input, idempotencyKey }) => ({ id: `${input.thread}/${idempotencyKey}` }),
});

const calm = defineStrategy({
  id: "logistics.calm",
  label: { zh: "闲者优先", en: "Calm first" },
  description: { zh: "饱和度与等待时间", en: "Saturation and waiting" },
  order: [
    { prefer: "least", sum: { saturation: 1, load: 0.1 } },
    { prefer: "most", of: "waited" },
  ],
});

const plugin = definePlugin({
  id: "logistics",
  label,
  facts: [delayed],
  channels: [chat],
  strategies: [calm],
});

const request = (token: string) => ({
  method: "POST",
  headers: { "x-token": token },
  query: {},
  body: '{"thread":"t1","text":"在吗"}',
  encoding: "utf8",
  receivedAt: 0,
});

function call(id: string, input: unknown) {
  const action = callsOf(plugin).find((one) => one.id === id);
  if (!action) throw new Error(`no call ${id}`);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return runAction(action, {
    input,
    secrets: { TOKEN: "s" },
    idempotencyKey: "k",
    attempt: 1,
    signal: new AbortController().signal,
    log,
    progress: () => {},
  });
}

describe("a fact", () => {
  it("gives its value, and null where there is none", async () => {
    expect(await call("fact.logistics.delayed", { "order.trackingNo": "SF-LATE" })).toMatchObject({
      ok: true,
      output: true,
    });
  });

  it("of another type than declared is refused", async () => {
    const wrong = defineFact({ ...delayed, run: () => "yes" });
    const other = definePlugin({ id: "logistics", label, facts: [wrong] });
    const [action] = callsOf(other);
    const result = action && (await testAction(action));
    expect(result?.checks.find(({ name }) => name === "sample: late")?.passed).toBe(false);
  });

  it.each([
    ["fact.id", { id: "delayed" }],
    ["fact.from", { from: [] }],
    ["action.duration", { cacheFor: "P1Y" }],
    ["action.host", { hosts: ["https://x"] }],
  ])("is refused as %s", (code, part) => {
    expect(() => defineFact({ ...delayed, ...part })).toThrowError(expect.objectContaining({ code }));
  });
});

describe("a channel", () => {
  it("reads a genuine request and refuses another", async () => {
    expect(await call(receiveCall("shop-chat"), request("s"))).toMatchObject({
      ok: true,
      output: { messages: [{ thread: "t1", text: "在吗" }] },
    });
    expect(await call(receiveCall("shop-chat"), request("x"))).toMatchObject({
      ok: false,
      code: "channel.refused",
      retryable: false,
    });
  });

  it("sends with the key of the message", async () => {
    const input = {
      thread: "t1",
      ticket: { id: "1", number: 1, subject: "s" },
      customer: { id: "c1" },
      author: "bot",
      text: "您好",
      inReplyTo: [],
    };
    expect(await call(sendCall("shop-chat"), input)).toMatchObject({ ok: true, output: { id: "t1/k" } });
  });

  it("must verify what it parses", () => {
    const { verify, ...unverified } = chat;
    expect(() => defineChannel(unverified)).toThrowError(
      expect.objectContaining({ code: "channel.inbound" }),
    );
  });
});

describe("a strategy", () => {
  it.each([
    ["strategy.order", { order: [] }],
    ["strategy.order", { order: [{ prefer: "least", of: "salary" }] }],
    ["strategy.id", { id: "calm" }],
  ])("is refused as %s", (code, part) => {
    expect(() => defineStrategy({ ...calm, ...(part as object) })).toThrowError(
      expect.objectContaining({ code }),
    );
  });
});

describe("the manifest", () => {
  it("is JSON and says what the plugin offers", () => {
    const manifest = pluginManifest(plugin);
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    expect(manifest).toMatchObject({
      facts: [{ id: "logistics.delayed", fetched: true, group: "logistics", from: ["order.trackingNo"] }],
      channels: [{ id: "shop-chat", receives: true, sends: true, listens: false }],
      strategies: [{ id: "logistics.calm" }],
    });
  });

  it("comes from a module, whose entries are checked", () => {
    expect(toPlugin({ default: plugin }).facts).toHaveLength(1);
    expect(() => toPlugin({ default: { id: "x", label, facts: [{}] } })).toThrowError(
      expect.objectContaining({ code: "fact.id" }),
    );
  });
});

describe("a crash between effect and commit", () => {
  const order = (passesKey: boolean) =>
    defineAction({
      id: "erp.order",
      version: "1",
      label,
      input: Type.Object({ sku: Type.String() }),
      output: Type.Object({ ok: Type.Boolean() }),
      hosts: ["erp.example"],
      samples: [{ name: "one", input: { sku: "A" }, output: { ok: true } }],
      async run({ http, input, idempotencyKey }) {
        const headers = passesKey ? { "idempotency-key": idempotencyKey } : {};
        await http("https://erp.example/orders", { method: "POST", headers, body: JSON.stringify(input) });
        return { ok: true };
      },
    });
  const answering = async () => Response.json({});
  const crash = (report: Awaited<ReturnType<typeof testAction>>) =>
    report.checks.find(({ name }) => name === "has no second effect after a crash");

  it("is told by the key in every request", async () => {
    expect(crash(await testAction(order(true), { fetch: answering }))?.passed).toBe(true);
    expect(crash(await testAction(order(false), { fetch: answering }))).toMatchObject({
      passed: false,
      detail: expect.stringContaining("idempotencyKey"),
    });
  });

  it("is decided by a stand-in that counts effects", async () => {
    const keys = new Set<string>();
    let all = 0;
    const honouring: typeof fetch = async (_url, init) => {
      all += 1;
      keys.add(new Headers(init?.headers).get("idempotency-key") ?? String(all));
      return Response.json({});
    };
    const effects = () => keys.size;
    expect(crash(await testAction(order(true), { fetch: honouring, effects }))?.passed).toBe(true);
    expect(crash(await testAction(order(false), { fetch: honouring, effects }))?.passed).toBe(false);
  });
});
