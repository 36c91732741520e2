import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { ApiError, isConflict, isUnauthenticated, toApiError } from "./errors.ts";
import { backoff, parseLiveEvent } from "./event-stream.ts";
import { requestWithTag, toSearch } from "./request.ts";
import { noteServerDate, serverNow } from "./server-time.ts";
import { staleKeys } from "./use-live-events.ts";

describe("problem+json", () => {
  it("keeps status, code, detail and the faults of single fields", () => {
    const error = toApiError(400, {
      title: "Bad Request",
      status: 400,
      code: "invalid-body",
      detail: "2 faults",
      errors: [{ path: "/subject", code: "too-long", message: { zh: "太长", en: "too long" } }],
    });
    expect(error).toMatchObject({ status: 400, code: "invalid-body", message: "2 faults" });
    expect(error.errors).toEqual([{ path: "/subject", code: "too-long", message: "太长" }]);
  });

  it.each([undefined, null, "gateway", [], 7])("makes an error of %j too", (body) => {
    expect(toApiError(502, body)).toMatchObject({ status: 502, code: "http-502", errors: [] });
  });

  it("tells a lost race and an ended session apart", () => {
    expect(isConflict(toApiError(412, {}))).toBe(true);
    expect(isConflict(new Error("412"))).toBe(false);
    expect(isUnauthenticated(toApiError(401, {}))).toBe(true);
  });
});

describe("requests", () => {
  const realFetch = globalThis.fetch;
  let server: Server | undefined;

  /** A real server; relative paths are resolved against it as a page would. */
  async function listen(handler: RequestListener): Promise<void> {
    const opened = createServer(handler);
    server = opened;
    await new Promise<void>((resolve) => opened.listen(0, "127.0.0.1", resolve));
    const { port } = opened.address() as AddressInfo;
    globalThis.fetch = (input, init) => realFetch(new URL(String(input), `http://127.0.0.1:${port}`), init);
  }

  afterEach(() => {
    globalThis.fetch = realFetch;
    server?.close();
    server?.closeAllConnections();
  });

  it("sends JSON with If-Match and answers the new tag", async () => {
    await listen((incoming, answer) => {
      answer
        .setHeader("etag", '"8"')
        .end(JSON.stringify({ saw: incoming.headers["if-match"], url: incoming.url }));
    });
    const answer = await requestWithTag("/tickets/t1", { method: "PATCH", body: {}, ifMatch: '"7"' });
    expect(answer).toEqual({ value: { saw: '"7"', url: "/api/v1/tickets/t1" }, etag: '"8"' });
  });

  it("throws the api's own error", async () => {
    await listen((_, answer) => {
      answer.writeHead(409, { "content-type": "application/problem+json" });
      answer.end(JSON.stringify({ code: "already-claimed", detail: "t1 is taken" }));
    });
    await expect(requestWithTag("/tickets/t1/claim", { method: "POST" })).rejects.toMatchObject({
      status: 409,
      code: "already-claimed",
    });
  });

  it("throws `offline` where no answer comes", async () => {
    await listen((incoming) => incoming.destroy());
    const error = await requestWithTag("/tickets").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 0, code: "offline" });
  });

  it("leaves empty filters out and joins lists", () => {
    expect(toSearch({ status: ["new", "open"], q: "", pool: undefined, tag: [], limit: 50 })).toBe(
      "?status=new%2Copen&limit=50",
    );
  });
});

describe("live events", () => {
  it("reads what an event is about, however it names it", () => {
    expect(parseLiveEvent("ticket", '{"id":"t1"}')).toEqual({ type: "ticket", id: "t1" });
    expect(parseLiveEvent("message", '{"type":"ticket.updated","ticket":"t2"}')).toEqual({
      type: "ticket.updated",
      id: "t2",
    });
    expect(parseLiveEvent("presence", "not json")).toEqual({ type: "presence" });
  });

  it("makes lists and the one ticket stale, not all tickets", () => {
    expect(staleKeys({ type: "ticket.updated", id: "t1" })).toEqual([
      ["tickets"],
      ["tasks"],
      ["customer"],
      ["pools"],
      ["routing-load"],
      ["overview"],
      ["operations"],
      ["ticket", "t1"],
    ]);
    expect(staleKeys({ type: "presence", id: "a1" })).toEqual([["agents"], ["routing-load"], ["overview"]]);
    expect(staleKeys({ type: "job", id: "r:n:1" })).toEqual([
      ["operations", "job", { id: "r:n:1" }],
      ["operations", "run"],
    ]);
    expect(staleKeys({ type: "unknown" })).toEqual([]);
  });

  it("backs off from one second to thirty", () => {
    expect([0, 1, 4, 5, 50].map((attempt) => backoff(attempt, 0))).toEqual([
      1_000, 2_000, 16_000, 30_000, 30_000,
    ]);
    expect(backoff(0, 1)).toBe(1_250);
  });
});

it("follows the server's clock, but not its missing milliseconds", () => {
  const local = Date.parse("2026-11-11T00:10:00.900Z");
  noteServerDate("Wed, 11 Nov 2026 00:00:00 GMT", local);
  expect(serverNow(local)).toBe(Date.parse("2026-11-11T00:00:00Z"));
  noteServerDate("Wed, 11 Nov 2026 00:10:00 GMT", local);
  expect(serverNow(local)).toBe(local);
});
