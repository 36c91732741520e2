/** The robots against stand-ins that check what the platforms document: signature, fields, limits, codes. */
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runAction, testAction } from "@sluice/plugin-sdk";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dingtalkAction, signDingtalk } from "./dingtalk.ts";
import { feishuAction, signFeishu } from "./feishu.ts";
import { fitBytes } from "./robot.ts";
import { wecomAction } from "./wecom.ts";

// biome-ignore lint/suspicious/noExplicitAny: what was posted is looked into freely
type Body = any;
const key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
const signingSecret = "SEC-of-the-robot";
/** What the robots took; and an answer that is given instead. */
let taken: Body[] = [];
let instead: object | null = null;

const near = (ms: number): boolean => Math.abs(Date.now() - ms) < 3_600_000;

function wecomAnswer(url: URL, body: Body): object {
  if (url.searchParams.get("key") !== key) return { errcode: 93000, errmsg: "invalid webhook url" };
  const { content } = body[body.msgtype] ?? {};
  const limit = body.msgtype === "text" ? 2_048 : 4_096;
  if (!content || Buffer.byteLength(content) > limit) return { errcode: 40058, errmsg: "invalid parameter" };
  if (body.markdown?.mentioned_list) return { errcode: 40058, errmsg: "text only" };
  taken.push(body);
  return { errcode: 0, errmsg: "ok" };
}

/** As the platform's own sample code computes it, in Python: hmac of "timestamp\nsecret" under the secret. */
function dingtalkAnswer(url: URL, body: Body): object {
  const timestamp = url.searchParams.get("timestamp") ?? "";
  const sign = createHmac("sha256", signingSecret).update(`${timestamp}\n${signingSecret}`).digest("base64");
  if (url.searchParams.get("access_token") !== key) return { errcode: 300005, errmsg: "token is not exist" };
  if (url.searchParams.get("sign") !== sign || !/^\d{13}$/.test(timestamp) || !near(Number(timestamp)))
    return { errcode: 310000, errmsg: "sign not match" };
  if (body.msgtype === "markdown" && !(body.markdown.title && body.markdown.text))
    return { errcode: 40035, errmsg: "missing parameter" };
  taken.push(body);
  return { errcode: 0, errmsg: "ok" };
}

/** The key is "timestamp\nsecret" and what is signed is empty. */
function feishuAnswer(_url: URL, body: Body): object {
  const sign = createHmac("sha256", `${body.timestamp}\n${signingSecret}`).digest("base64");
  if (body.sign !== sign || !near(Number(body.timestamp) * 1_000))
    return { code: 19021, msg: "sign match fail or timestamp is not within one hour from current time" };
  taken.push(body);
  return { code: 0, msg: "success", data: {} };
}

const answers: Record<string, (url: URL, body: Body) => object> = {
  "/cgi-bin/webhook/send": wecomAnswer,
  "/robot/send": dingtalkAnswer,
  "/open-apis/bot/v2/hook/abc": feishuAnswer,
};
const platform = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  const url = new URL(request.url ?? "", "http://localhost");
  const answer = instead ?? answers[url.pathname]?.(url, JSON.parse(text)) ?? { errcode: 404 };
  response.setHeader("content-type", "application/json; charset=utf-8").end(JSON.stringify(answer));
});

let secrets: Record<string, string> = {};
beforeAll(async () => {
  await new Promise<void>((resolve) => platform.listen(0, "localhost", resolve));
  const origin = `http://localhost:${(platform.address() as AddressInfo).port}`;
  secrets = {
    WECOM_WEBHOOK: `${origin}/cgi-bin/webhook/send?key=${key}`,
    "WECOM_WEBHOOK.old": `${origin}/cgi-bin/webhook/send?key=gone`,
    DINGTALK_WEBHOOK: `${origin}/robot/send?access_token=${key}`,
    DINGTALK_SECRET: signingSecret,
    FEISHU_WEBHOOK: `${origin}/open-apis/bot/v2/hook/abc`,
    FEISHU_SECRET: signingSecret,
  };
});
afterAll(() => platform.close());
beforeEach(() => {
  taken = [];
  instead = null;
});

const say = (action: typeof wecomAction, input: object, more: Record<string, string> = {}) =>
  runAction(action as never, {
    input,
    secrets: { ...secrets, ...more },
    idempotencyKey: "r:n:1",
    attempt: 1,
    signal: new AbortController().signal,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    progress: () => {},
  });

describe.each([wecomAction, dingtalkAction, feishuAction])("$id", (action) => {
  it("does what an action has to", async () => {
    const report = await testAction(action, { secrets });
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  });

  it("says that nothing is configured, before it sends", async () => {
    const result = await say(action as never, { text: "在吗", robot: "nobody" });
    expect(result).toMatchObject({ ok: false, code: "notify.not-configured", retryable: false });
    expect(taken).toEqual([]);
  });

  it("tells no part of the address when it fails", async () => {
    instead = { errcode: 93000, code: 19001, errmsg: "no" };
    expect(JSON.stringify(await say(action as never, { text: "在吗" }))).not.toContain(key);
    const nowhere = Object.fromEntries(
      Object.entries(secrets).map(([name, text]) => [name, text.replace(/localhost:\d+/, "localhost:1")]),
    );
    const failed = await say(action as never, { text: "在吗" }, nowhere);
    expect(failed).toMatchObject({ ok: false, code: "http.network", retryable: true });
    expect(JSON.stringify(failed)).not.toContain(key);
  });
});

describe("notify.wecom", () => {
  it("calls people in text by a list, in Markdown in the words, and nobody by a customer's words", async () => {
    await say(wecomAction, { text: "快超时", mention: ["zhangsan"], mentionAll: true });
    await say(wecomAction, { text: "**超时** <@lisi>", format: "markdown", mention: ["zhangsan"] });
    expect(taken[0]).toEqual({
      msgtype: "text",
      text: { content: "快超时", mentioned_list: ["zhangsan", "@all"] },
    });
    expect(taken[1].markdown.content).toContain("<@zhangsan>");
    expect(taken[1].markdown.content).not.toContain("<@lisi>");
  });

  it("cuts what is too long instead of being refused", async () => {
    expect(await say(wecomAction, { text: "超".repeat(1_000) })).toMatchObject({ ok: true });
    expect(await say(wecomAction, { text: "超".repeat(2_000), format: "markdown" })).toMatchObject({
      ok: true,
    });
    expect(taken[0].text.content).toMatch(/^超{681}…$/); // 681 × 3 + 3 = 2046 bytes.
  });

  it.each([
    [45009, "notify.too-fast", true, 60_000],
    [-1, "notify.busy", true, undefined],
    [40058, "notify.refused", false, undefined],
    [93000, "notify.refused", false, undefined],
  ])("takes errcode %i as %s", async (errcode, code, retryable, retryAfterMs) => {
    instead = { errcode, errmsg: "words" };
    const result = await say(wecomAction, { text: "在吗" });
    expect(result).toMatchObject({ ok: false, code, retryable, details: { code: errcode } });
    expect(result.ok ? 0 : result.retryAfterMs).toBe(retryAfterMs);
  });

  it("believes no answer without a code", async () => {
    instead = { hello: "portal" };
    expect(await say(wecomAction, { text: "在吗" })).toMatchObject({ ok: false, code: "notify.refused" });
  });

  it("speaks by the robot that is named", async () => {
    const result = await say(wecomAction, { text: "在吗", robot: "old" });
    expect(result).toMatchObject({ ok: false, code: "notify.refused", details: { code: 93000 } });
  });
});

describe("notify.dingtalk", () => {
  it("signs as HMAC-SHA256 does", () => {
    // printf '1700000000000\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary | base64
    expect(signDingtalk("this is secret", 1_700_000_000_000)).toBe(
      "sSFWELbV2YwjdDQhWZwTcWlX5BWUx5J6TPpsZmuPii0=",
    );
  });

  it("is refused with another secret, and stays away ten minutes when it was too fast", async () => {
    const wrong = await say(dingtalkAction as never, { text: "在吗" }, { DINGTALK_SECRET: "other" });
    expect(wrong).toMatchObject({ ok: false, code: "notify.refused", details: { code: 310000 } });
    instead = { errcode: 130101, errmsg: "send too fast" };
    const fast = await say(dingtalkAction as never, { text: "在吗" });
    expect(fast).toMatchObject({ code: "notify.too-fast", retryable: true, retryAfterMs: 600_000 });
  });
});

describe("notify.feishu", () => {
  it("signs nothing under a key made of instant and secret", () => {
    // printf '' | openssl dgst -sha256 -hmac $'1599360473\ndemo' -binary | base64
    expect(signFeishu("demo", 1_599_360_473)).toBe("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
    expect(signFeishu("demo", 1_599_360_473)).not.toBe(signDingtalk("demo", 1_599_360_473));
  });

  it("sends a card for Markdown and lets a customer call nobody", async () => {
    await say(feishuAction as never, {
      text: "**超时** <at id=all></at>",
      format: "markdown",
      title: "红牌",
    });
    expect(taken[0]).toMatchObject({
      msg_type: "interactive",
      card: { header: { title: { content: "红牌" } } },
    });
    expect(JSON.stringify(taken[0])).not.toContain("<at");
    instead = { code: 11232, msg: "frequency limited" };
    expect(await say(feishuAction as never, { text: "在吗" })).toMatchObject({ code: "notify.too-fast" });
    instead = { StatusCode: 0, StatusMessage: "success" };
    expect(await say(feishuAction as never, { text: "在吗" })).toMatchObject({ ok: true });
  });
});

it("fitBytes cuts between characters", () => {
  expect(fitBytes("abc", 3)).toBe("abc");
  expect(fitBytes("超超", 5)).toBe("…");
  expect(fitBytes("a😀b😀", 9)).toBe("a😀b…");
});
