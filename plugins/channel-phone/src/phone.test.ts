import { callsOf, pluginManifest, receiveCall, runAction, signatureHeaders } from "@sluice/plugin-sdk";
import { describe, expect, it } from "vitest";
import { plugin } from "./index.ts";

const secret = "shared-with-the-call-centre";
const now = Date.parse("2026-03-02T02:00:00Z");
const receive = (value: unknown, config: object = {}, by = secret, at = now) => {
  const [action] = callsOf(plugin);
  if (action?.id !== receiveCall("phone")) throw new Error("no receive");
  const body = typeof value === "string" ? value : JSON.stringify(value);
  const headers = signatureHeaders(by, body, at);
  return runAction(action, {
    input: { method: "POST", headers, query: {}, body, encoding: "utf8", receivedAt: now },
    config,
    secrets: { SECRET: secret },
    idempotencyKey: "1",
    attempt: 1,
    signal: new AbortController().signal,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    progress: () => {},
  });
};
const ended = {
  event: "call.ended",
  callId: "call-1",
  from: "13800000001",
  to: "4008000000",
  agent: "李雷",
  endedAt: "2026-03-02T09:59:00+08:00",
  durationSeconds: 200,
  summary: "客户要求换货",
  recordingUrl: "https://record.example/call-1.mp3",
};
const messagesOf = async (value: unknown, config: object = {}) => {
  const result = await receive(value, config);
  if (!result.ok) throw new Error(result.code);
  return (result.output as unknown as { messages: { id: string; thread: string; text: string }[] }).messages;
};

describe("an ended call", () => {
  it("is a ticket with summary, length and recording", async () => {
    expect(await messagesOf(ended)).toEqual([
      {
        thread: "call-1",
        id: "ended:call-1",
        at: "2026-03-02T01:59:00.000Z",
        customer: { id: "13800000001" },
        subject: "电话 13800000001",
        text: "客户要求换货\n拨打：4008000000\n接听：李雷\n时长：3 分 20 秒\n录音：https://record.example/call-1.mp3",
      },
    ]);
  });

  it("is read where the call centre puts things", async () => {
    const body = { type: "hangup", data: { uuid: 7, caller: "13800000002", secs: "59" } };
    const config = {
      language: "en",
      ended: ["hangup"],
      fields: { event: "type", callId: "data.uuid", from: "data.caller", seconds: "data.secs" },
    };
    expect(await messagesOf(body, config)).toMatchObject([
      { thread: "7", subject: "Call 13800000002", text: "Call 13800000002\nLasted: 59 s" },
    ]);
  });

  it("shows no link that is none", async () => {
    for (const recordingUrl of ["javascript:alert(1)", "file:///etc/passwd", "x"])
      expect((await messagesOf({ ...ended, recordingUrl }))[0]?.text).not.toContain("录音");
  });
});

describe("missed calls", () => {
  it("of one number on one day are one thread, each a message", async () => {
    const missed = (callId: string, endedAt: string) => ({
      event: "call.missed",
      callId,
      from: "1380",
      endedAt,
    });
    const messages = await messagesOf([
      missed("a", "2026-03-02T01:00:00Z"),
      missed("b", "2026-03-02T02:00:00Z"),
      missed("c", "2026-03-03T00:00:00Z"),
    ]);
    expect(messages.map(({ thread }) => thread)).toEqual([
      "missed:1380:2026-03-02",
      "missed:1380:2026-03-02",
      "missed:1380:2026-03-03",
    ]);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
  });
});

it("whatever else is told is taken and ignored", async () => {
  expect(
    await messagesOf([{ event: "call.ringing", callId: "x", from: "1" }, { event: "call.ended" }, null]),
  ).toEqual([]);
});

it("refuses what the call centre did not sign just now", async () => {
  const refused = { ok: false, code: "channel.refused", retryable: false };
  expect(await receive(ended, {}, "somebody")).toMatchObject(refused);
  expect(await receive(ended, {}, secret, now - 400_000)).toMatchObject(refused);
  expect(await receive("{")).toMatchObject({ code: "channel-phone.unreadable", retryable: false });
});

it("receives and does not send: answers to callers stay in the house", () => {
  expect(pluginManifest(plugin).channels).toMatchObject([{ id: "phone", receives: true, sends: false }]);
});
