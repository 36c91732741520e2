/** Tracking against stand-ins: one that checks what Kuaidi100 documents, one of a service of one's own. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Action, runAction, testAction } from "@sluice/plugin-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { plugin } from "./index.ts";
import { signKuaidi100 } from "./kuaidi100.ts";
import { toInstant, toTrack } from "./track.ts";
import { trackAction } from "./track-action.ts";

const key = "key-of-kuaidi100";
const customer = "CUSTOMER0001";
const token = "token-of-the-tms";
const ago = (days: number) => new Date(Date.now() - days * 86_400_000 + 8 * 3_600_000).toISOString();
const chinese = (days: number) => ago(days).slice(0, 19).replace("T", " ");

let asked: { url: string; param: { com?: string; num?: string; phone?: string } }[] = [];
let instead: object | null = null;

/** As documented: a form, the sign in upper case, `com` and `num` needed, the phone for 中通. */
function kuaidi100Answer(form: URLSearchParams, type: string): object {
  const param = form.get("param") ?? "";
  const { com, num, phone } = JSON.parse(param) as { com?: string; num?: string; phone?: string };
  asked.push({ url: "kuaidi100", param: { com, num, phone } as object });
  const fail = (returnCode: string, message: string) => ({ result: false, returnCode, message });
  if (!type.startsWith("application/x-www-form-urlencoded")) return fail("400", "提交的数据不完整");
  const sign = createHash("md5")
    .update(param + key + customer)
    .digest("hex")
    .toUpperCase();
  if (form.get("customer") !== customer) return fail("601", "POLL:KEY已过期");
  if (form.get("sign") !== sign) return fail("503", "验证签名失败");
  if (!com || !num) return fail("400", "提交的数据不完整");
  if (com === "zhongtong" && !phone) return fail("408", "验证码错误");
  if (num.endsWith("404")) return fail("500", "查询无结果，请隔段时间再查");
  const data = [
    { time: chinese(3), ftime: chinese(3), context: "快件离开【上海转运中心】", areaName: "上海市" },
    { time: chinese(4), ftime: chinese(4), context: "已揽收", areaName: "浙江,杭州市" },
  ];
  return { message: "ok", nu: num, com, status: "200", state: "1002", ischeck: "0", data };
}

const service = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  const { url = "" } = request;
  response.setHeader("content-type", "application/json");
  if (instead) return response.end(JSON.stringify(instead));
  if (url === "/poll/query.do") {
    const answer = kuaidi100Answer(new URLSearchParams(text), request.headers["content-type"] ?? "");
    return response.end(JSON.stringify(answer));
  }
  asked.push({ url, param: {} });
  if (request.headers["x-key"] !== token) return response.writeHead(401).end();
  if (!url.startsWith("/parcels/SF")) return response.writeHead(404).end();
  const trace = [{ when: "2026-03-01T08:00:00+08:00", where: "北京", what: "派送中" }];
  return response.end(JSON.stringify({ data: { st: 5, trace } }));
});

let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "localhost", resolve));
  origin = `http://localhost:${(service.address() as AddressInfo).port}`;
});
afterAll(() => service.close());
beforeEach(() => {
  asked = [];
  instead = null;
});

const secrets = { KUAIDI100_KEY: key, REST_TOKEN: token };
const viaKuaidi100 = () => ({ kuaidi100: { url: `${origin}/poll/query.do`, customer } });
const viaRest = () => ({
  provider: "rest",
  rest: {
    url: `${origin}/parcels/{no}`,
    header: "x-key",
    prefix: "",
    state: "data.st",
    states: { "5": "out-for-delivery" },
    events: "data.trace",
    at: "when",
    place: "where",
    text: "what",
  },
});
const run = (action: unknown, input: object, config: object, more: object = {}) =>
  runAction(action as Action, {
    input,
    config,
    secrets,
    idempotencyKey: "r:n:1",
    attempt: 1,
    signal: new AbortController().signal,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    progress: () => {},
    ...more,
  });
const track = (input: object, config: object = viaKuaidi100(), more: object = {}) =>
  run(trackAction, input, config, more);

it("does what an action has to", async () => {
  const report = await testAction(trackAction, { config: viaKuaidi100(), secrets });
  expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
});

describe("Kuaidi100", () => {
  it("is asked with the signature that it documents", () => {
    // printf '{"com":"shunfeng"}keycustomer' | openssl dgst -md5
    expect(signKuaidi100('{"com":"shunfeng"}', "key", "customer")).toBe("9E0CF77ACE71FA553FF35BAA3CE3D1FA");
  });

  it("gives state, place, age and events, newest first", async () => {
    const result = await track({ no: " SF1001 " });
    expect(result).toMatchObject({
      output: {
        no: "SF1001",
        carrier: "shunfeng",
        state: "in-transit",
        place: "上海市",
        stalledDays: 3,
        events: [{ text: "快件离开【上海转运中心】" }, { place: "浙江杭州市", text: "已揽收" }],
      },
    });
  });

  it("knows a parcel's carrier by code, name or number", async () => {
    await track({ no: "773001", carrier: "申通快递" });
    await track({ no: "773001", carrier: "shentong" });
    await track({ no: "YT773001" });
    await track({ no: "773001" }, { ...viaKuaidi100(), defaultCarrier: "yunda" });
    expect(asked.map(({ param }) => param.com)).toEqual(["shentong", "shentong", "yuantong", "yunda"]);
    expect(await track({ no: "773001" })).toMatchObject({
      code: "logistics.carrier-unknown",
      retryable: false,
    });
  });

  it("that has nothing yet is no failure", async () => {
    expect(await track({ no: "SF404" })).toMatchObject({
      ok: true,
      output: { state: "unknown", place: null, updatedAt: null, stalledDays: null, events: [] },
    });
  });

  it.each([
    ["501", "logistics.busy", true],
    ["502", "logistics.busy", true],
    ["503", "logistics.refused", false],
    ["601", "logistics.refused", false],
  ])("that answers %s is %s", async (returnCode, code, retryable) => {
    instead = { result: false, returnCode, message: "说明" };
    expect(await track({ no: "SF1" })).toMatchObject({ code, retryable, details: { code: returnCode } });
  });

  it("refuses a wrong key, and nothing shows it", async () => {
    const wrong = await track({ no: "SF1" }, viaKuaidi100(), { secrets: { KUAIDI100_KEY: "wr0ng-key" } });
    expect(wrong).toMatchObject({ code: "logistics.refused", details: { code: "503" } });
    expect(JSON.stringify(wrong)).not.toContain("wr0ng-key");
    expect(await track({ no: "75001", carrier: "中通" })).toMatchObject({ code: "logistics.refused" });
    expect(await track({ no: "75001", carrier: "中通", phone: "1234" })).toMatchObject({ ok: true });
    expect(await track({ no: "SF1" }, {})).toMatchObject({ code: "logistics.not-configured" });
  });

  // The groups and the finer states as documented.
  it.each([
    ["0", "in-transit"],
    ["1", "picked-up"],
    ["101", "waiting-pickup"],
    ["1001", "in-transit"],
    ["2", "exception"],
    ["203", "refused"],
    ["205", "exception"],
    ["3", "delivered"],
    ["302", "delivered"],
    ["4", "returned"],
    ["5", "out-for-delivery"],
    ["501", "at-pickup-point"],
    ["6", "returning"],
    ["8", "customs"],
    ["14", "refused"],
    ["99", "unknown"],
  ])("means by %s: %s", async (state, ours) => {
    instead = { status: "200", state, data: [] };
    expect(await track({ no: "SF1" })).toMatchObject({ output: { state: ours } });
  });
});

describe("a service of one's own", () => {
  it("is read where it is configured", async () => {
    expect(await track({ no: "SF1" }, viaRest())).toMatchObject({
      output: { state: "out-for-delivery", place: "北京", updatedAt: "2026-03-01T00:00:00.000Z" },
    });
    expect(await track({ no: "../x?y" }, viaRest())).toMatchObject({ output: { state: "unknown" } });
    expect(asked.map(({ url }) => url)).toEqual(["/parcels/SF1", "/parcels/..%2Fx%3Fy"]);
  });
});

describe("facts", () => {
  const factOf = (id: string) => ({ ...plugin.facts.find((one) => one.id === id), input: {}, output: {} });
  it("are of the order's parcel", async () => {
    const input = { "order.trackingNo": "SF1001" };
    expect(await run(factOf("logistics.state"), input, viaKuaidi100())).toMatchObject({
      output: "in-transit",
    });
    expect(await run(factOf("logistics.stalledDays"), input, viaKuaidi100())).toMatchObject({ output: 3 });
  });
});

describe("instants and age", () => {
  it.each([
    ["2026-11-11 08:00:00", "2026-11-11T00:00:00.000Z"],
    ["2026/11/11 08:00:00", "2026-11-11T00:00:00.000Z"],
    ["2026-11-11", "2026-11-10T16:00:00.000Z"],
    ["2026-11-11T08:00:00Z", "2026-11-11T08:00:00.000Z"],
    [1_762_819_200, "2025-11-11T00:00:00.000Z"],
    [1_762_819_200_000, "2025-11-11T00:00:00.000Z"],
    ["yesterday", null],
    [null, null],
  ])("%s is %s", (given, instant) => {
    expect(toInstant(given)).toBe(instant);
  });

  it("grows by whole days, and ends with the delivery", () => {
    const events = [{ at: "2026-03-01T00:00:00.000Z", place: null, text: "x" }];
    const days = (state: "in-transit" | "delivered", now: string) =>
      toTrack({ no: "1", carrier: null, state, events }, Date.parse(now)).stalledDays;
    expect(days("in-transit", "2026-03-03T23:59:59.999Z")).toBe(2);
    expect(days("in-transit", "2026-03-04T00:00:00.000Z")).toBe(3);
    expect(days("in-transit", "2026-02-28T00:00:00.000Z")).toBe(0);
    expect(days("delivered", "2026-04-04T00:00:00.000Z")).toBe(0);
  });
});
