/** The connector against a stand-in of an ERP that checks credentials, addresses and idempotency keys. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Action, runAction, testAction } from "@sluice/plugin-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createReturnAction } from "./create-return.ts";
import { plugin } from "./index.ts";
import { orderAction } from "./order.ts";
import { stockAction } from "./stock.ts";

const token = "token-of-the-erp";
/** Returns by idempotency key; what was asked; and an answer given instead. */
let returns = new Map<string, { id: string; body: unknown }>();
let asked: string[] = [];
let instead: { status: number; body: unknown } | null = null;

const order = {
  id: "TB-1001",
  status: "shipped",
  paidAmount: "128.50",
  trackingNo: "SF1001",
  items: [{ sku: "S-1", name: "连衣裙", quantity: 2 }],
};

function answer(method: string, url: string, key: string, body: unknown): [number, unknown] {
  if (method === "GET" && url === "/api/orders/TB-1001") return [200, order];
  if (method === "GET" && url === "/api/stock/S-1") return [200, { available: 7 }];
  if (method !== "POST" || url !== "/api/returns") return [404, { error: "no such thing" }];
  if (key === "") return [400, { error: "idempotency-key is required" }];
  const known = returns.get(key);
  if (known) return [409, { id: known.id, status: "open" }];
  const made = { id: `R-${returns.size + 1}`, body };
  returns.set(key, made);
  return [201, { id: made.id, status: "open" }];
}

const erp = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  asked.push(request.url ?? "");
  response.setHeader("content-type", "application/json");
  const reply = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
  if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { error: "who are you" });
  if (instead) return reply(instead.status, instead.body);
  const key = String(request.headers["idempotency-key"] ?? "");
  return reply(...answer(request.method ?? "", request.url ?? "", key, text && JSON.parse(text)));
});

let baseUrl = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => erp.listen(0, "localhost", resolve));
  baseUrl = `http://localhost:${(erp.address() as AddressInfo).port}/api/`;
});
afterAll(() => erp.close());
beforeEach(() => {
  returns = new Map();
  asked = [];
  instead = null;
});

const secrets = { TOKEN: token };
const run = (action: unknown, input: object, config: object = {}, more: object = {}) =>
  runAction(action as Action, {
    input,
    config: { baseUrl, ...config },
    secrets,
    idempotencyKey: "run:n1:1",
    attempt: 1,
    signal: new AbortController().signal,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    progress: () => {},
    ...more,
  });
const fact = (id: string, input: object, config: object = {}) => {
  const found = plugin.facts.find((one) => one.id === id);
  const call = { ...found, kind: "action", version: "1", input: {}, output: {} };
  return run(call, input, config);
};

describe.each([orderAction, stockAction, createReturnAction] as unknown as Action[])("$id", (action) => {
  it("does what an action has to", async () => {
    const report = await testAction(action, { config: { baseUrl }, secrets, effects: () => returns.size });
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  });

  it("says what is missing, and keeps the token to itself", async () => {
    const input = action.samples?.[0]?.input as object;
    expect(await run(action, input, { baseUrl: undefined })).toMatchObject({ ok: false });
    const wrong = await run(action, input, {}, { secrets: { TOKEN: "wr0ng" } });
    expect(wrong).toMatchObject({
      ok: false,
      code: "erp.status",
      retryable: false,
      details: { status: 401 },
    });
    expect(JSON.stringify(wrong)).not.toContain("wr0ng");
  });
});

describe("erp.order", () => {
  it("speaks Sluice's words", async () => {
    expect(await run(orderAction, { id: "TB-1001" })).toMatchObject({
      output: {
        found: true,
        id: "TB-1001",
        status: "shipped",
        paidAmount: 128.5,
        trackingNo: "SF1001",
        carrier: null,
        items: [{ sku: "S-1", name: "连衣裙", quantity: 2 }],
      },
    });
  });

  it("finds its way in an answer of another shape: wrapped, in fen, with numbers for statuses", async () => {
    const trade = { tid: 99, state: 3, pay: { total: 12850 }, lines: [{ "a/b": "S-1", num: "2" }] };
    instead = { status: 200, body: { retcode: 0, data: { trade } } };
    const config = {
      amountUnit: "fen",
      envelope: { code: "retcode", ok: ["0"] },
      order: {
        id: "data.trade.tid",
        status: "/data/trade/state",
        paidAmount: "data.trade.pay.total",
        items: "data.trade.lines",
        sku: "/a~1b",
        quantity: "num",
        statuses: { "3": "shipped" },
      },
    };
    expect(await run(orderAction, { id: "x" }, config)).toMatchObject({
      output: { id: "99", status: "shipped", paidAmount: 128.5, items: [{ sku: "S-1", quantity: 2 }] },
    });
  });

  it.each([
    ["E404", { ok: true, output: { found: false } }],
    ["BUSY", { ok: false, code: "erp.busy", retryable: true }],
    ["DENIED", { ok: false, code: "erp.refused", retryable: false, details: { code: "DENIED" } }],
    [undefined, { ok: false, code: "erp.answer-unexpected" }],
  ])("takes the code %s for what it is", async (code, result) => {
    instead = { status: 200, body: { code, msg: "words" } };
    const envelope = { ok: ["OK"], busy: ["BUSY"], notFound: ["E404"], message: "msg" };
    expect(await run(orderAction, { id: "x" }, { envelope })).toMatchObject(result);
  });

  it("lets no id out of its place in the address", async () => {
    for (const id of ["../admin", "a/b?x=1#y", "http://evil.example/", "张三"])
      expect(await run(orderAction, { id })).toMatchObject({ output: { found: false } });
    expect(await run(orderAction, { id: ".." })).toMatchObject({ ok: false, code: "erp.refused" });
    expect(asked.every((url) => /^\/api\/orders\/[^/?#]+$/.test(url))).toBe(true);
    expect(asked).toHaveLength(4);
  });

  it("is tried again when the ERP is away", async () => {
    instead = { status: 503, body: {} };
    expect(await run(orderAction, { id: "x" })).toMatchObject({ code: "erp.status", retryable: true });
  });
});

describe("erp.create-return", () => {
  const input = { orderId: "TB-1001", reason: "破损", items: [{ sku: "S-1", quantity: 1 }], amount: 12.34 };

  it("is done once for one step, however often it is tried", async () => {
    expect(await run(createReturnAction, input)).toMatchObject({ output: { id: "R-1", created: true } });
    expect(await run(createReturnAction, input)).toMatchObject({ output: { id: "R-1", created: false } });
    expect([...returns.keys()]).toEqual(["run:n1:1"]);
  });

  it("has the ERP's shape, unit and place for the key", async () => {
    const body = {
      "refund.orderNo": "orderId",
      "/refund/why": "reason",
      fee: "amount",
      "__proto__.x": "note",
    };
    const createReturn = { body, keyField: "refund.outNo" };
    await run(createReturnAction, { ...input, note: "x" }, { amountUnit: "fen", createReturn });
    const [made] = [...returns.values()];
    expect(made?.body).toEqual({
      refund: { orderNo: "TB-1001", why: "破损", outNo: "run:n1:1" },
      fee: 1234,
    });
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  it("believes a code of duplicates", async () => {
    instead = { status: 200, body: { code: "DUP", id: "R-9" } };
    const envelope = { duplicate: ["DUP"] };
    expect(await run(createReturnAction, input, { envelope })).toMatchObject({
      output: { id: "R-9", created: false },
    });
  });
});

describe("facts", () => {
  it("are read from the order, and missing when there is none", async () => {
    expect(await fact("erp.order-status", { "order.id": "TB-1001" })).toMatchObject({ output: "shipped" });
    expect(await fact("erp.order-paid-amount", { "order.id": "TB-1001" })).toMatchObject({ output: 128.5 });
    expect(await fact("erp.order-paid-amount", { "order.id": "no" })).toMatchObject({
      ok: true,
      output: null,
    });
  });
});
